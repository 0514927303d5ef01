using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TalksBot.Core.Commands;
using TalksBot.Storage;
using TalksBot.Storage.Opening;

namespace TalksBot.Features.Roles;

/// <summary>Knows the roles given in chat and the servers that claimed a connection before anybody is asked to answer, and learns those of another process within seconds.</summary>
internal sealed partial class KeepRoles(IServiceScopeFactory scopes, RoleBook book, ServerClaims claims, TimeProvider time, ILogger<KeepRoles> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <summary>Goes by what the database holds now.</summary>
    public async Task LoadAsync(CancellationToken token)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TalksDb>();
        book.Take(await db.GivenRoles.AsNoTracking().ToListAsync(token));
        claims.Take(await db.ClaimedServers.AsNoTracking().ToListAsync(token));
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await Task.Delay(Pause, time, stoppingToken);
            try
            {
                await LoadAsync(stoppingToken);
            }
            catch (Exception fault) when (StorageFault.Explain(fault) is { } sentence)
            {
                NotRead(sentence);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The roles given in chat could not be read again; those known before go on: {Sentence}")]
    private partial void NotRead(string sentence);
}
