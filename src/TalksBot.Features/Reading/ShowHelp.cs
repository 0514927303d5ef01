using TalksBot.Core.Commands;

namespace TalksBot.Features.Reading;

/// <summary>Shows what can be said to the desk.</summary>
internal sealed class ShowHelp(CommandBook book) : IDeclaredCommand
{
    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        "help",
        "show what you can say, or all about one command",
        Role.Reader,
        [new("command", ParameterKind.Text, "a command, a group, or times, tiers, ladders; everything when left out")])
    {
        Example = "/talks help deadline add",
    };

    /// <inheritdoc/>
    public Task<Reply> RunAsync(CommandCall call, CancellationToken token) =>
        Task.FromResult(HelpWording.About(book, call.Find("command") ?? "", call.Caller.Role));
}
