using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TalksBot.Core.Keeping;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Features.Outbox;
using TalksBot.Features.Settings;
using TalksBot.Features.Transactions;
using TalksBot.Storage.Backups;
using TalksBot.Storage.Opening;

namespace TalksBot.Features.Upkeep;

/// <summary>Copies the database when a night has come, and tells operations where that does not work.</summary>
internal sealed partial class NightlyBackup(MakeBackup backup, BackupLog last, BackupFolder folder, BackupAlarms alarms, IOptions<BackupOptions> options, ILogger<NightlyBackup> log)
{
    /// <summary>Does what is owed.</summary>
    /// <param name="plan">When nights are.</param>
    /// <param name="now">The moment of the look.</param>
    /// <returns>True when a good copy of the last night stands.</returns>
    public async Task<bool> RunAsync(NightPlan plan, Instant now, CancellationToken token)
    {
        var good = await last.LastAsync(token);
        var standing = good is { } at && folder.Copies.Any(copy => copy.At == at) ? good : null;
        if (good is null && await last.IsEmptyAsync(token))
        {
            return false;
        }

        if (plan.IsDue(standing, now))
        {
            standing = good = await TryAsync(plan, good, now, token);
        }

        if (good is { } known && now - known > NightPlan.OldestGood)
        {
            await alarms.OverdueAsync(known, folder.Path, now, token);
        }

        return !plan.IsDue(standing, now);
    }

    /// <returns>When the last good copy was made; null where there is none yet.</returns>
    private async Task<Instant?> TryAsync(NightPlan plan, Instant? good, Instant now, CancellationToken token)
    {
        try
        {
            var copy = await backup.RunAsync(now, token);
            Copied(copy.File, options.Value.Daily, options.Value.Weekly);
            return copy.At;
        }
        catch (Exception fault) when (StorageFault.Explain(fault) is { } sentence)
        {
            Failed(sentence);
            await alarms.FailedAsync(sentence, plan.LastBefore(now), now, token);
            return good;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The database was copied to {File}; of the copies there, the last of {Daily} days and of {Weekly} weeks are kept")]
    private partial void Copied(string file, int daily, int weekly);

    [LoggerMessage(Level = LogLevel.Error, Message = "The nightly copy of the database failed, and is tried again within the hour: {Sentence}")]
    private partial void Failed(string sentence);
}

/// <summary>Tells operations of copies that are not made, once for each night and each last good copy.</summary>
internal sealed partial class BackupAlarms(OperationsAlarms alarms, UnitOfWork turns, IOptions<DeskOptions> desk, ILogger<BackupAlarms> log)
{
    private const int OfFailure = 1;
    private const int OfAge = 2;

    private static readonly DeliveryCause Cause = new(DeliveryKind.Alarm, Talks: "", Code: "", Subject: "backup");

    /// <summary>A copy could not be made.</summary>
    /// <param name="sentence">Why, and what to do.</param>
    /// <param name="night">The night that it is owed for.</param>
    /// <param name="now">When it was tried.</param>
    public Task FailedAsync(string sentence, Instant night, Instant now, CancellationToken token) =>
        QueueAsync(night, OfFailure, BackupWording.Failed(sentence), now, token);

    /// <summary>The last good copy is too old.</summary>
    public Task OverdueAsync(Instant lastGood, string folder, Instant now, CancellationToken token) =>
        QueueAsync(lastGood, OfAge, BackupWording.Overdue(lastGood, folder, desk.Value.HomeClock, now), now, token);

    private async Task QueueAsync(Instant about, int reason, Post post, Instant now, CancellationToken token)
    {
        try
        {
            await using var turn = await turns.BeginAsync(token);
            alarms.Queue(Cause, about, reason, post, now);
            await turn.CommitAsync(token);
        }
        catch (Exception fault) when (StorageFault.Explain(fault) is { } sentence)
        {
            NotQueued(post.Heading, sentence);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Heading}; operations could not be told, and this log alone says so: {Sentence}")]
    private partial void NotQueued(string heading, string sentence);
}
