using System.Data.Common;
using TalksBot.Core.Agenda;
using TalksBot.Core.Archive;
using TalksBot.Core.Negotiations;
using TalksBot.Storage.Opening;
using TalksBot.Storage.Writing;

namespace TalksBot.Features.Archive;

/// <summary>Takes negotiations from a file into the record: all of them or none, and beside a worker that goes on.</summary>
internal sealed class TakeArchive(StagedImport import, OpenDatabase database, IClock clock)
{
    /// <summary>Takes them. Nothing of the past is announced; what is still to come is planned.</summary>
    /// <returns>Null when done, else the sentence that refuses it.</returns>
    public async Task<string?> RunAsync(TalksFile file, CancellationToken token)
    {
        using var alone = FileLock.TryTake(ForgetImports.LockOf(database));
        if (alone is null)
        {
            return "Another import is under way on this database; wait until it is done, and try again.";
        }

        await import.RemoveUnpublishedAsync(token);
        if (await import.FindKnownAsync([.. file.Talks.Select(talks => talks.Slug)], token) is { } known)
        {
            return Exists(known);
        }

        try
        {
            await TakeAsync(file, token);
            return null;
        }
        catch (DbException fault) when (StorageFault.IsDuplicate(fault))
        {
            // Somebody opened talks of that name meanwhile.
            await import.RemoveUnpublishedAsync(CancellationToken.None);
            return Exists(await import.FindKnownAsync([.. file.Talks.Select(talks => talks.Slug)], token) ?? "like one of these");
        }
        catch
        {
            await import.RemoveUnpublishedAsync(CancellationToken.None);
            throw;
        }
    }

    private static string Exists(string slug) =>
        $"Talks named {slug} exist already; nothing was imported. Rename them in the file, or import into another database.";

    private async Task TakeAsync(TalksFile file, CancellationToken token)
    {
        var now = clock.GetCurrentInstant();
        List<Negotiation> talks = [.. file.Talks.Select(Negotiation.Restore)];
        await import.NumberAsync(talks, token);
        foreach (var known in talks)
        {
            var agenda = AgendaPlan.Ahead(known, now).Select(planned => new DueMoment(planned.Kind, known.Id, planned.SubjectId, planned.Due, planned.Rung));
            await import.AddAsync(known, agenda, token);
        }

        await import.PublishAsync(token);
    }
}
