using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TalksBot.Core.Follows;

namespace TalksBot.Storage.Mappings;

internal sealed class FollowMapping : IEntityTypeConfiguration<Follow>
{
    public void Configure(EntityTypeBuilder<Follow> builder)
    {
        builder.HasIndex(follow => new { follow.NegotiationId, follow.Channel }).IsUnique();
        builder.HasIndex(follow => follow.Channel);
        builder.Ignore(follow => follow.IsListening);
        builder.OwnsOne(follow => follow.Settings);
        builder.Navigation(follow => follow.Settings).IsRequired();
    }
}
