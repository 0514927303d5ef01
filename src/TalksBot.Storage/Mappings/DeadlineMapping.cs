using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TalksBot.Core.Negotiations;

namespace TalksBot.Storage.Mappings;

internal sealed class DeadlineMapping : IEntityTypeConfiguration<Deadline>
{
    public void Configure(EntityTypeBuilder<Deadline> builder)
    {
        builder.HasIndex(deadline => new { deadline.NegotiationId, deadline.Number }).IsUnique();
        builder.HasIndex(deadline => deadline.State).HasFilter($"\"State\" = {(int)DeadlineState.PassedUnknown}").HasDatabaseName("IX_Deadlines_Passed");
    }
}
