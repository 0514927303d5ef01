using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TalksBot.Storage.Mappings;

internal sealed class FactMapping : IEntityTypeConfiguration<Fact>
{
    public void Configure(EntityTypeBuilder<Fact> builder) => builder.HasKey(fact => fact.Name);
}
