using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TalksBot.Core.Access;
using TalksBot.Core.Negotiations;

namespace TalksBot.Storage.Mappings;

internal sealed class AccessTokenMapping : IEntityTypeConfiguration<AccessToken>
{
    public void Configure(EntityTypeBuilder<AccessToken> builder)
    {
        builder.ToTable("AccessTokens");
        builder.HasIndex(token => token.Hash).IsUnique();
        builder.HasIndex(token => token.NegotiationId);
        builder.Property(token => token.Hash).HasMaxLength(64);
        builder.Property(token => token.Label).HasMaxLength(AccessToken.LongestLabel);
        builder.Ignore(token => token.Name);
        builder.Ignore(token => token.Scope);

        // What opened talks that are taken back opens nothing any more.
        builder.HasOne<Negotiation>().WithMany().HasForeignKey(token => token.NegotiationId).IsRequired(false).OnDelete(DeleteBehavior.Cascade);
    }
}
