using Microsoft.EntityFrameworkCore;
using TalksBot.Storage.Nodes;

namespace TalksBot.Storage.Postgres;

/// <summary>What nodes share beside the record: only a server has these tables.</summary>
internal static class NodeMappings
{
    /// <summary>The node's own table.</summary>
    public const string Nodes = "Nodes";

    /// <summary>The table of who sends for what.</summary>
    public const string Leases = "SendingLeases";

    /// <summary>The table of what people did and who answers it.</summary>
    public const string Interactions = "Interactions";

    /// <summary>Maps them.</summary>
    public static void Apply(ModelBuilder model)
    {
        model.Entity<Node>().ToTable(Nodes).HasKey(node => node.Id);
        model.Entity<SendingLease>().ToTable(Leases).HasKey(lease => lease.Connection);
        model.Entity<ClaimedInteraction>().ToTable(Interactions).HasKey(interaction => new { interaction.Connection, interaction.Id });
        model.Entity<ClaimedInteraction>().HasIndex(interaction => interaction.ClaimedAt);
    }
}
