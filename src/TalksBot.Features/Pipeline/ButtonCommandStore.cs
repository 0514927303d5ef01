using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TalksBot.Core.Commands;
using TalksBot.Features.Transactions;
using TalksBot.Storage;
using TalksBot.Storage.Opening;

namespace TalksBot.Features.Pipeline;

/// <summary>Command lines behind buttons, in the database: an answer that is still on somebody's screen works after a restart.</summary>
internal sealed partial class ButtonCommandStore(IServiceScopeFactory scopes, IClock clock, ILogger<ButtonCommandStore> log) : IButtonCommandStore
{
    private const int KeyBytes = 12;

    /// <summary>So that nobody can fill the disk with refused commands.</summary>
    private const int Most = 10_000;

    private static readonly Duration Life = Duration.FromHours(1);

    /// <inheritdoc/>
    public async Task<string?> KeepAsync(string line, CancellationToken token)
    {
        var now = clock.GetCurrentInstant();
        var kept = new KeptLine(Convert.ToHexString(RandomNumberGenerator.GetBytes(KeyBytes)), line, now + Life);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<TalksDb>();
            await using var turn = await scope.ServiceProvider.GetRequiredService<UnitOfWork>().BeginAsync(token);
            db.KeptLines.Add(kept);
            await db.SaveChangesAsync(token);
            await db.KeptLines.Where(old => old.Until <= now || old.Id <= kept.Id - Most).ExecuteDeleteAsync(token);
            await turn.CommitAsync(token);
            return kept.Key;
        }
        catch (Exception fault) when (StorageFault.Explain(fault) is { } sentence)
        {
            NotKept(sentence);
            return null;
        }
    }

    /// <inheritdoc/>
    public async Task<string?> FindAsync(string key, CancellationToken token)
    {
        var now = clock.GetCurrentInstant();
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TalksDb>();
        return await db.KeptLines.Where(kept => kept.Key == key && kept.Until > now).Select(kept => kept.Line).FirstOrDefaultAsync(token);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A button goes without its command, which could not be kept: {Sentence}")]
    private partial void NotKept(string sentence);
}
