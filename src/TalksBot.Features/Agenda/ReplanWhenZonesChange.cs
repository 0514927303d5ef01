using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TalksBot.Core.Negotiations;
using TalksBot.Features.Transactions;
using TalksBot.Storage;

namespace TalksBot.Features.Agenda;

/// <summary>Plans the whole agenda anew when the program brings other time-zone data than the agenda was planned with.</summary>
internal sealed partial class ReplanWhenZonesChange(IServiceScopeFactory scopes, IClock clock, ILogger<ReplanWhenZonesChange> log)
{
    /// <summary>Plans, one transaction for each of the talks; the new version is remembered last, so that a crash repeats it.</summary>
    public async Task RunAsync(CancellationToken token)
    {
        var version = DateTimeZoneProviders.Tzdb.VersionId;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TalksDb>();
        if (await db.RecallAsync(Fact.TimeZoneData, token) == version)
        {
            return;
        }

        var open = await db.Negotiations.Where(talks => talks.Status != TalksStatus.Closed).Select(talks => talks.Id).ToListAsync(token);
        foreach (var id in open)
        {
            await ReplanAsync(id, token);
        }

        await using var turn = await scope.ServiceProvider.GetRequiredService<UnitOfWork>().BeginAsync(token);
        await db.RememberAsync(Fact.TimeZoneData, version, token);
        await turn.CommitAsync(token);
        Replanned(open.Count, version);
    }

    private async Task ReplanAsync(int id, CancellationToken token)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TalksDb>();

        // Talks that many thousands follow take seconds to read, in which others may write.
        var talks = await ReadAsync(db, id, token);
        await using var turn = await scope.ServiceProvider.GetRequiredService<UnitOfWork>().BeginAsync(token);
        if (await db.Negotiations.Where(negotiation => negotiation.Id == id).Select(negotiation => negotiation.Revision).SingleAsync(token) != talks.Revision)
        {
            talks = await ReadAsync(db, id, token);
        }

        await scope.ServiceProvider.GetRequiredService<AgendaPlanner>().ReplanAsync(talks, clock.GetCurrentInstant(), token);
        await turn.CommitAsync(token);
    }

    private static Task<Negotiation> ReadAsync(TalksDb db, int id, CancellationToken token) =>
        db.Negotiations.AsNoTrackingWithIdentityResolution().Head().SingleAsync(negotiation => negotiation.Id == id, token);

    [LoggerMessage(Level = LogLevel.Information, Message = "Planned the agenda of {Count} talks with the time-zone data {Version}")]
    private partial void Replanned(int count, string version);
}
