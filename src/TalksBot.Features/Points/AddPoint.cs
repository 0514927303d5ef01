using TalksBot.Core.Commands;
using TalksBot.Core.Posts;
using TalksBot.Core.Text;
using TalksBot.Features.Commands;

namespace TalksBot.Features.Points;

/// <summary>Names an issue on which the sides differ. Digest and status show it; nothing is posted.</summary>
internal sealed class AddPoint(RecordLookup find, IClock clock) : IDeclaredCommand
{
    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        "point add",
        "name an issue on which the sides differ",
        Role.Editor,
        [
            Parameters.Talks,
            new("title", ParameterKind.Text, "the issue, in a few words") { Required = true },
        ])
    {
        Changes = true,
        Example = "/talks point add us-japan-autos \"purchases of US parts\"",
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token)
    {
        if (!(await find.TalksAsync(call, token)).Is(out var talks, out var refusal)
            || !ArgumentReader.Words(call, ("title", UserText.LineLimit)).Is(out var words, out refusal))
        {
            return refusal;
        }

        var (point, fault) = talks.AddPoint(words["title"], call.Stamp(clock.GetCurrentInstant()));
        return point is null
            ? Reply.Refuse(fault!)
            : Reply.Answer(new Post($"{point.Name} added · {talks.Title}: {point.Title}", Severity.Calm, [new PostPiece.Line($"Next, how a side words it: /talks point set {talks.Slug} {point.Name} side:… wording:…")])
            {
                Buttons = [new PostButton("Edit", CommandCall.Written("point set", ("talks", talks.Slug), ("point", point.Name), ("side", PostButton.Unwritten), ("wording", PostButton.Unwritten))) { OpensForm = true }],
            });
    }
}
