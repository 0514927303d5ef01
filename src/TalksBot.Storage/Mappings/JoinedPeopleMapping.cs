using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TalksBot.Core.Commands;

namespace TalksBot.Storage.Mappings;

internal sealed class JoinedPeopleMapping : IEntityTypeConfiguration<JoinedPeople>
{
    public void Configure(EntityTypeBuilder<JoinedPeople> builder)
    {
        builder.ToTable("JoinedPeople");
        builder.HasIndex(pair => new { pair.One, pair.Other }).IsUnique();
    }
}
