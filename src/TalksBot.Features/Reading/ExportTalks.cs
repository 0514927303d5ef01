using TalksBot.Core.Commands;
using TalksBot.Features.Archive;
using TalksBot.Features.Commands;

namespace TalksBot.Features.Reading;

/// <summary>Hands out the record of talks, to keep or to carry to another desk, or their chronology to print.</summary>
internal sealed class ExportTalks(RecordLookup find, WriteArchive archive) : IDeclaredCommand
{
    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        "export",
        "hand out the whole record of the talks, or their chronology",
        Role.Reader,
        [
            Parameters.Talks,
            new("format", ParameterKind.Choice, "json is the whole record, md, csv and ics the chronology; json when left out.") { Choices = ExportFormat.Words },
        ])
    {
        IsRare = true,
        Example = "/talks export us-japan-autos md",
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token)
    {
        if (!(await find.TalksAsync(call, token)).Is(out var talks, out var refusal))
        {
            return refusal;
        }

        var format = ExportFormat.Named(call.Find("format") ?? ExportFormat.Json.Word);
        var written = await archive.RunAsync(talks.Slug, format, token);
        return Reply.Answer($"{talks.Slug} as {format.Title}") with { File = format.File(talks.Slug, written!) };
    }
}
