using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using TalksBot.Core.Channels;
using TalksBot.Core.Commands;
using TalksBot.Core.Platforms;
using TalksBot.Core.Times;

namespace TalksBot.Terminal;

/// <summary>Puts the terminal into a host.</summary>
public static class TerminalSetup
{
    /// <summary>
    /// Adds the terminal as a platform. The host brings an <see cref="IClock"/>; it may bring its own
    /// <see cref="TerminalLook"/> or <see cref="TerminalScreen"/> beforehand.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="transcript">Finds the file that remembers every message, such as <c>data/terminal.jsonl</c>.</param>
    /// <param name="clock">Finds the newsroom's first clock, on which cards show when they were posted.</param>
    public static IServiceCollection AddTerminal(
        this IServiceCollection services,
        Func<IServiceProvider, string> transcript,
        Func<IServiceProvider, WallClock> clock)
    {
        services.AddSingleton(provider => new TerminalTranscript(transcript(provider)));
        services.AddTerminalScreen(clock);
        services.AddSingleton<IPlatform, TerminalPlatform>();
        services.AddSingleton(new KnownConnection(TerminalPlatform.PlatformName));
        return services;
    }

    /// <summary>Adds only the screen and its form, for a command that prints one reply and ends.</summary>
    public static IServiceCollection AddTerminalScreen(this IServiceCollection services, Func<IServiceProvider, WallClock> clock)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<TerminalOptions>, TerminalOptions.Validator>());
        services.AddOptions<TerminalOptions>().BindConfiguration(TerminalOptions.Section).ValidateOnStart();
        services.TryAddSingleton(_ => TerminalLook.Detect());
        services.TryAddSingleton(_ => new TerminalScreen(StandardOutput.Open()));
        services.TryAddSingleton(provider => new TerminalRenderers(clock(provider)));
        services.TryAddSingleton(provider => provider.GetRequiredService<TerminalRenderers>().For(
            provider.GetRequiredService<TerminalLook>(), provider.GetRequiredService<IOptions<TerminalOptions>>().Value.WritesJson));
        return services;
    }

    /// <summary>Adds the reading of typed commands; the host brings an <see cref="ICommandDesk"/>.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="history">Finds the file that keeps what a person typed, such as <c>data/typed.history</c>.</param>
    public static IServiceCollection AddTerminalCommands(this IServiceCollection services, Func<IServiceProvider, string> history)
    {
        services.TryAddSingleton(provider =>
        {
            var options = provider.GetRequiredService<IOptions<TerminalOptions>>().Value;
            var caller = new Caller("local operator", Role.Chief, options.FirstAddress);
            return new TerminalKeyboard(
                !options.WritesJson && PersonsTerminal.IsHere(provider.GetRequiredService<TerminalLook>())
                    ? Editor(provider, history(provider), caller)
                    : new PlainLines(Console.In),
                caller);
        });
        services.AddHostedService<TerminalCommands>();
        return services;
    }

    private static LineEditor Editor(IServiceProvider provider, string history, Caller caller)
    {
        var screen = provider.GetRequiredService<TerminalScreen>();
        return new LineEditor(
            new ConsoleKeys(() => Console.ReadKey(intercept: true)),
            screen,
            new PromptLine(PersonsTerminal.Size),
            new TypedHistory(history),
            new CommandCompletion(provider.GetRequiredService<ICommandDesk>(), caller));
    }
}
