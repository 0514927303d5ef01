using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TalksBot.Core.Agenda;

namespace TalksBot.Storage.Mappings;

internal sealed class DueMomentMapping : IEntityTypeConfiguration<DueMoment>
{
    public void Configure(EntityTypeBuilder<DueMoment> builder)
    {
        builder.ToTable("Agenda");
        builder.HasIndex(moment => new { moment.Kind, moment.Due })
            .HasFilter($"\"State\" = {(int)MomentState.Open}")
            .HasDatabaseName("IX_Agenda_Open");
        builder.HasIndex(moment => new { moment.SubjectId, moment.Kind, moment.State });
        builder.HasIndex(moment => new { moment.NegotiationId, moment.State });
    }
}
