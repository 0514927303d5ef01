using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TalksBot.Core.Negotiations;

namespace TalksBot.Storage.Mappings;

internal sealed class ChangeMapping : IEntityTypeConfiguration<Change>
{
    public void Configure(EntityTypeBuilder<Change> builder)
    {
        builder.ToTable("Changes");
        builder.HasIndex(change => new { change.NegotiationId, change.At });
        builder.HasIndex(change => new { change.NegotiationId, change.Subject });
        builder.HasIndex(change => new { change.NegotiationId, change.Verb, change.At });
        builder.HasIndex(change => change.Undoes).HasFilter("\"Undoes\" <> ''");
    }
}
