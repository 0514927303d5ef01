using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Platforms;

namespace TalksBot.Storage.Mappings;

internal sealed class ChannelPauseMapping : IEntityTypeConfiguration<ChannelPause>
{
    public void Configure(EntityTypeBuilder<ChannelPause> builder)
    {
        builder.ToTable("ChannelPauses");
        builder.HasIndex(pause => new { pause.Connection, pause.Place, pause.Lane }).IsUnique();
        builder.Property(pause => pause.Place).HasMaxLength(ChannelAddress.LongestLength);
        builder.Ignore(pause => pause.Channel);
        builder.Ignore(pause => pause.IsWhole);
    }
}
