using TalksBot.Core.Archive;
using TalksBot.Core.Commands;
using TalksBot.Core.Posts;
using TalksBot.Features.Desk;

namespace TalksBot.Features.Reading;

/// <summary>Hands out the record of talks, to keep or to carry to another desk.</summary>
internal sealed class ExportTalks(Find find) : IDeclaredCommand
{
    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        "export",
        "hand out the whole record of the talks",
        Role.Reader,
        [
            Parameters.Talks,
            new("format", ParameterKind.Choice, "how it is written; json when left out.") { NamedOnly = true, Choices = ["json"] },
        ])
    {
        Example = "/talks export us-japan-autos format:json",
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token) =>
        (await find.TalksAsync(call, token)).Is(out var talks, out var refusal)
            ? Reply.Answer($"{talks.Slug} as JSON", new PostPiece.Line(TalksFile.Write([talks]).TrimEnd()))
            : refusal;
}
