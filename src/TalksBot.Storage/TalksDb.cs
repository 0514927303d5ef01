using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage;
using TalksBot.Core.Access;
using TalksBot.Core.Agenda;
using TalksBot.Core.Chronicles;
using TalksBot.Core.Commands;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Leads;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Negotiations.Snapshots;
using TalksBot.Core.Reminders;
using TalksBot.Storage.Conversions;

namespace TalksBot.Storage;

/// <summary>The record, the agenda and the outbox. Each database system has its own context and migrations, nothing else.</summary>
public abstract class TalksDb(DbContextOptions options) : DbContext(options)
{
    /// <summary>The column that names the import which is still taking the talks in: nobody sees them until all of them are there.</summary>
    internal const string Import = "Import";

    /// <summary>The negotiations, but for those that an import is still taking in.</summary>
    public IQueryable<Negotiation> Negotiations => AllNegotiations.Where(talks => EF.Property<string?>(talks, Import) == null);

    /// <summary>The negotiations, those that an import is still taking in and nobody may see yet included; new ones are added here.</summary>
    public DbSet<Negotiation> AllNegotiations => Set<Negotiation>();

    /// <summary>Their deadlines.</summary>
    public DbSet<Deadline> Deadlines => Set<Deadline>();

    /// <summary>Their sessions.</summary>
    public DbSet<Session> Sessions => Set<Session>();

    /// <summary>The channels that follow them.</summary>
    public DbSet<Follow> Follows => Set<Follow>();

    /// <summary>The agenda.</summary>
    public DbSet<DueMoment> Moments => Set<DueMoment>();

    /// <summary>The outbox and its receipts.</summary>
    public DbSet<Delivery> Deliveries => Set<Delivery>();

    /// <summary>What is sent nothing for a while.</summary>
    public DbSet<ChannelPause> Pauses => Set<ChannelPause>();

    /// <summary>The commands that changed something.</summary>
    public DbSet<Act> Acts => Set<Act>();

    /// <summary>Every change of the record, those of no particular talks too.</summary>
    public DbSet<Change> Changes => Set<Change>();

    /// <summary>The roles given in chat.</summary>
    public DbSet<GivenRole> GivenRoles => Set<GivenRole>();

    /// <summary>The servers that connections obey because they gave the claim code.</summary>
    public DbSet<ClaimedServer> ClaimedServers => Set<ClaimedServer>();

    /// <summary>The accounts that are one person.</summary>
    public DbSet<JoinedPeople> JoinedPeople => Set<JoinedPeople>();

    /// <summary>When people last asked what had changed.</summary>
    public DbSet<Handover> Handovers => Set<Handover>();

    /// <summary>What people are told alone.</summary>
    public DbSet<Reminder> Reminders => Set<Reminder>();

    /// <summary>The tokens that open doors on the web.</summary>
    public DbSet<AccessToken> AccessTokens => Set<AccessToken>();

    /// <summary>The news feeds that are read.</summary>
    public DbSet<NewsFeed> Feeds => Set<NewsFeed>();

    /// <summary>What was found in them.</summary>
    public DbSet<Lead> Leads => Set<Lead>();

    /// <summary>Command lines behind buttons too small to hold them.</summary>
    public DbSet<KeptLine> KeptLines => Set<KeptLine>();

    /// <summary>What the database remembers about itself.</summary>
    public DbSet<Fact> Facts => Set<Fact>();

    /// <summary>What is tracked of a kind, without looking through everything for what has changed.</summary>
    public IReadOnlyList<EntityEntry<T>> Tracked<T>()
        where T : class
    {
        var looks = ChangeTracker.AutoDetectChangesEnabled;
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            return [.. ChangeTracker.Entries<T>()];
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = looks;
        }
    }

    /// <inheritdoc/>
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default) =>
        SaveAsync(acceptAllChangesOnSuccess, isLast: false, cancellationToken);

    /// <summary>Saves what is tracked at the end of a transaction: new deliveries are not tracked any further.</summary>
    public Task SaveLastAsync(CancellationToken token) => SaveAsync(acceptAllChanges: true, isLast: true, token);

    /// <summary>Saves everything but new deliveries, which are to name what has its row only then.</summary>
    public async Task SaveBeforeDeliveriesAsync(CancellationToken token)
    {
        var added = NewDeliveries.Take(this);
        await base.SaveChangesAsync(acceptAllChangesOnSuccess: true, token);
        Deliveries.AddRange(added);
    }

    /// <summary>Begins a transaction that writes; whoever else writes, on this machine or another, waits until it ends.</summary>
    /// <param name="patience">How long others are waited for.</param>
    /// <param name="token">Ends the wait.</param>
    internal abstract Task<IDbContextTransaction> BeginWriteAsync(TimeSpan patience, CancellationToken token);

    /// <summary>Begins a transaction that sees the database as at one moment; nobody waits for it.</summary>
    internal abstract Task<DbTransaction> BeginReadAsync(CancellationToken token);

    /// <summary>Writes rows within the transaction at hand, in their order.</summary>
    internal abstract Task InsertAsync(IReadOnlyList<(RowTable Table, object?[] Values)> rows, CancellationToken token);

    /// <summary>Writes new deliveries within the transaction at hand and gives them their numbers, in their order.</summary>
    internal abstract Task InsertAsync(IReadOnlyList<Delivery> added, CancellationToken token);

    /// <summary>Takes numbers of a table out of those that the database gives to new rows, so that nobody is given them again.</summary>
    /// <param name="table">The table.</param>
    /// <param name="count">How many.</param>
    /// <param name="token">Ends it.</param>
    /// <returns>The number before the first of them.</returns>
    internal abstract Task<int> TakeNumbersAsync(string table, int count, CancellationToken token);

    /// <summary>Rows were written with their numbers: new ones are numbered from there on.</summary>
    internal abstract Task CountOnAsync(WholeTable table, CancellationToken token);

    /// <summary>A civil time of the record, in SQL: seconds since 1970.</summary>
    /// <param name="column">The column, as SQL names it.</param>
    internal abstract string Seconds(string column);

    /// <summary>How many bytes the database takes.</summary>
    internal abstract Task<long> SizeAsync(CancellationToken token);

    /// <summary>What is written past EF of what is tracked: rows of which a burst changes hundreds, where that is quicker.</summary>
    private protected virtual IReadOnlyList<ChangedRow> TakeChanged() => [];

    /// <summary>Writes it within the transaction at hand.</summary>
    private protected virtual void Write(IReadOnlyList<ChangedRow> changed)
    {
    }

    private async Task<int> SaveAsync(bool acceptAllChanges, bool isLast, CancellationToken token)
    {
        var added = NewDeliveries.Take(this);
        var changed = TakeChanged();
        if (added.Count == 0 && changed.Count == 0)
        {
            return await base.SaveChangesAsync(acceptAllChanges, token);
        }

        await using var own = Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(token) : null;
        var written = await base.SaveChangesAsync(acceptAllChanges, token);
        Write(changed);
        if (added.Count > 0)
        {
            await InsertAsync(added, token);
        }

        if (!isLast)
        {
            Deliveries.AttachRange(added);
        }

        await (own?.CommitAsync(token) ?? Task.CompletedTask);
        return written + changed.Count + added.Count;
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        ValueConverters.Apply(configurationBuilder);

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(TalksDb).Assembly);
}
