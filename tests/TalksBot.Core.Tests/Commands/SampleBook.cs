using TalksBot.Core.Channels;
using TalksBot.Core.Commands;

namespace TalksBot.Core.Tests.Commands;

/// <summary>A small book with every shape of command.</summary>
internal static class SampleBook
{
    public static readonly Caller Caller = new("M. Okada", Role.Reporter, new ChannelAddress("terminal", "", "desk"));

    public static readonly CommandBook Book = new(
    [
        new("status", "Shows where talks stand.", Role.Reader, [new("talks", ParameterKind.Talks, "Which talks.")]),
        new("when", "Shows a time on every clock.", Role.Reader, [Needed("time", ParameterKind.Time, "The time.")]),
        new("since", "Tells what changed.", Role.Reader, [new("span", ParameterKind.Span, "Since when."), new("talks", ParameterKind.Talks, "Which talks.")]),
        new("help", "Explains a command.", Role.Reader, [new("topic", ParameterKind.Text, "Which command.")]),
        new(
            "deadline add",
            "Adds a deadline.",
            Role.Editor,
            [
                Needed("talks", ParameterKind.Talks, "Which talks."),
                Needed("at", ParameterKind.Time, "When it falls."),
                Needed("label", ParameterKind.Text, "What happens then."),
                Named("consequence", ParameterKind.Text, "What follows if it passes."),
            ])
        {
            Changes = true,
            Example = "/talks deadline add us-japan-autos \"28 Jun 1995 23:59 EDT\" \"100% tariffs on luxury cars\"",
        },
        new(
            "deadline move",
            "Moves a deadline.",
            Role.Editor,
            [
                Needed("talks", ParameterKind.Talks, "Which talks."),
                Needed("deadline", ParameterKind.Deadline, "Which deadline."),
                Needed("at", ParameterKind.Time, "When it falls now."),
            ]),
        new("deadline list", "Lists deadlines.", Role.Reader, [new("talks", ParameterKind.Talks, "Which talks.")]),
        new(
            "update add",
            "Adds an update.",
            Role.Reporter,
            [
                Needed("talks", ParameterKind.Talks, "Which talks."),
                Needed("text", ParameterKind.Text, "What was said."),
                Named("attribution", ParameterKind.Text, "Who said it."),
                Named("priority", ParameterKind.Choice, "How urgent it is.") with { Choices = ["flash", "bulletin", "urgent", "regular", "deferred"] },
            ]),
        new(
            "update tell",
            "Tells what somebody said.",
            Role.Reporter,
            [
                Needed("talks", ParameterKind.Talks, "Which talks."),
                Needed("text", ParameterKind.Text, "What was said."),
                Needed("source", ParameterKind.Text, "Who said it."),
                Named("embargo", ParameterKind.Time, "Until when."),
                Named("tier", ParameterKind.Choice, "How well sourced.") with { Choices = ["official", "unnamed"] },
                Named("side", ParameterKind.Side, "Whose side."),
            ]),
        new("follow add", "Lets this channel follow talks.", Role.Chief, [Needed("talks", ParameterKind.Talks, "Which talks.")]),
    ]);

    public static CommandReading Read(string line) => CommandLine.Read(Book, line, Caller);

    public static CommandCall Understood(string line) => Read(line).ShouldBeOfType<CommandReading.Understood>().Call;

    public static Reply Refused(string line) => Read(line).ShouldBeOfType<CommandReading.Refused>().Reply;

    private static ParameterSpec Needed(string name, ParameterKind kind, string summary) => new(name, kind, summary) { Required = true };

    private static ParameterSpec Named(string name, ParameterKind kind, string summary) => new(name, kind, summary) { NamedOnly = true };
}
