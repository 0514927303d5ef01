using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TalksBot.Core.Commands;

namespace TalksBot.Storage.Mappings;

internal sealed class GivenRoleMapping : IEntityTypeConfiguration<GivenRole>
{
    public void Configure(EntityTypeBuilder<GivenRole> builder)
    {
        builder.ToTable("Roles");
        builder.HasIndex(given => given.To).IsUnique();
    }
}

internal sealed class ClaimedServerMapping : IEntityTypeConfiguration<ClaimedServer>
{
    public void Configure(EntityTypeBuilder<ClaimedServer> builder)
    {
        builder.ToTable("ClaimedServers");
        builder.HasKey(claim => claim.Connection);
    }
}

internal sealed class JoinedPeopleMapping : IEntityTypeConfiguration<JoinedPeople>
{
    public void Configure(EntityTypeBuilder<JoinedPeople> builder)
    {
        builder.ToTable("JoinedPeople");
        builder.HasIndex(pair => new { pair.One, pair.Other }).IsUnique();
    }
}
