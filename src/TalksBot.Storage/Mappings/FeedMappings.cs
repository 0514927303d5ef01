using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TalksBot.Core.Leads;
using TalksBot.Core.Negotiations;

namespace TalksBot.Storage.Mappings;

internal sealed class NewsFeedMapping : IEntityTypeConfiguration<NewsFeed>
{
    public void Configure(EntityTypeBuilder<NewsFeed> builder)
    {
        builder.ToTable("Feeds");
        builder.HasIndex(feed => feed.NextAt);
        builder.HasIndex(feed => feed.NegotiationId);
        builder.Property(feed => feed.Label).HasMaxLength(NewsFeed.LongestLabel);
        builder.Property(feed => feed.Words).HasMaxLength(NewsFeed.LongestWords);
        builder.Ignore(feed => feed.Name);
        builder.Ignore(feed => feed.Link);
        builder.Ignore(feed => feed.Wish);
        builder.HasOne<Negotiation>().WithMany().HasForeignKey(feed => feed.NegotiationId).IsRequired(false).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class LeadMapping : IEntityTypeConfiguration<Lead>
{
    public void Configure(EntityTypeBuilder<Lead> builder)
    {
        builder.ToTable("Leads");
        builder.HasIndex(lead => new { lead.FeedId, lead.Mark }).IsUnique();
        builder.HasIndex(lead => lead.FoundAt);
        builder.HasIndex(lead => lead.NegotiationId);
        builder.Property(lead => lead.Mark).HasMaxLength(32);
        builder.Property(lead => lead.Hash).HasMaxLength(32);
        builder.Ignore(lead => lead.Name);
        builder.Ignore(lead => lead.Words);
        builder.HasOne<NewsFeed>().WithMany().HasForeignKey(lead => lead.FeedId).OnDelete(DeleteBehavior.Cascade);

        // Talks that are taken back take no lead along: it only does not know any more of what it speaks.
        builder.HasOne<Negotiation>().WithMany().HasForeignKey(lead => lead.NegotiationId).IsRequired(false).OnDelete(DeleteBehavior.SetNull);
    }
}
