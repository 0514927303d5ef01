using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Talks;
using TalksBot.Core.Text;
using TalksBot.Features.Commands;

namespace TalksBot.Features.Points;

/// <summary>Writes down how a side words a sticking point, or that the sides come nearer or part again.</summary>
internal sealed class SetPoint(RecordLookup find, IClock clock) : IDeclaredCommand
{
    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        "point set",
        "write down how a side words a sticking point, or where the point stands",
        Role.Editor,
        [
            Parameters.Talks,
            Parameters.Point,
            new("side", ParameterKind.Side, "the side whose words they are, by its code") { NamedOnly = true },
            new("wording", ParameterKind.Text, "how that side words it") { NamedOnly = true },
            new("state", ParameterKind.Choice, "where it stands.") { NamedOnly = true, Choices = ["open", "narrowing"] },
        ])
    {
        FormTitle = "Word a sticking point",
        Changes = true,
        Example = "/talks point set us-japan-autos P1 side:US wording:\"measurable progress\" state:narrowing",
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token)
    {
        if (!(await find.TalksAsync(call, token)).Is(out var talks, out var refusal)
            || !RecordLookup.Point(call, talks).Is(out var point, out refusal)
            || !ArgumentReader.Words(call, ("side", UserText.LineLimit), ("wording", UserText.ParagraphLimit)).Is(out var words, out refusal))
        {
            return refusal;
        }

        var stamp = call.Stamp(clock.GetCurrentInstant());
        var fault = Incomplete(call) ?? Word(talks, point, words, stamp) ?? Turn(call, talks, point, stamp);
        return fault is null
            ? Reply.Answer($"{point.Name} of {talks.Title} now reads", [.. PointListWording.Pieces(talks, point)])
            : Reply.Refuse(fault);
    }

    private static string? Incomplete(CommandCall call) => (call.Find("side"), call.Find("wording"), call.Find("state")) switch
    {
        (null, null, null) => "Say what changes: side and wording together, or state, such as state:narrowing.",
        (null, { }, _) => "Say whose wording it is: add side with the side's code, such as side:US.",
        ({ }, null, _) => "Say how that side words the point: add wording:\"…\".",
        _ => null,
    };

    private static string? Word(Negotiation talks, StickingPoint point, TypedWords words, Stamp stamp) =>
        words["side"].Length == 0 ? null : talks.WordPoint(point, Sides.Code(talks, words["side"]), words["wording"], stamp);

    private static string? Turn(CommandCall call, Negotiation talks, StickingPoint point, Stamp stamp) =>
        call.Find("state") is { } state ? talks.TurnPoint(point, Enum.Parse<PointState>(state, ignoreCase: true), stamp) : null;
}
