using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace TalksBot.Discord.Tests.Commanding;

/// <summary>What the bot logged, and of single interactions which reached it and which came too late.</summary>
internal sealed class BotLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<(string Event, ulong Interaction, string Message)> _entries = [];

    public IReadOnlyList<ulong> Got => Of("Got");

    public IReadOnlyList<ulong> TooLate => Of("TooLate");

    public IReadOnlyList<string> Messages => [.. _entries.Select(entry => entry.Message)];

    public void AddTo(IServiceCollection services) => services
        .AddSingleton<ILoggerProvider>(this)
        .Configure<LoggerFilterOptions>(filter => filter.AddFilter("TalksBot.Discord.Commanding", LogLevel.Debug));

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var interaction = (state as IEnumerable<KeyValuePair<string, object?>> ?? []).FirstOrDefault(value => value.Key == "Interaction").Value;
        _entries.Enqueue((eventId.Name ?? "", ulong.TryParse($"{interaction}", out var id) ? id : 0, formatter(state, exception)));
    }

    public void Dispose()
    {
    }

    private List<ulong> Of(string name) => [.. _entries.Where(entry => entry.Event == name).Select(entry => entry.Interaction)];
}
