using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Reminders;

namespace TalksBot.Storage.Mappings;

internal sealed class ReminderMapping : IEntityTypeConfiguration<Reminder>
{
    public void Configure(EntityTypeBuilder<Reminder> builder)
    {
        builder.ToTable("Reminders");
        builder.HasIndex(reminder => new { reminder.Person, reminder.NegotiationId, reminder.Subject, reminder.Before }).IsUnique();
        builder.HasIndex(reminder => reminder.NegotiationId);
        builder.HasOne<Negotiation>().WithMany().HasForeignKey(reminder => reminder.NegotiationId).IsRequired(false).OnDelete(DeleteBehavior.Cascade);
    }
}
