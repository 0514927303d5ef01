using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using TalksBot.Core.Channels;
using TalksBot.Core.Posts;
using TalksBot.Core.Text;
using TalksBot.Core.Times;
using TalksBot.Core.Times.Repeats;

namespace TalksBot.Core.Negotiations.Snapshots;

/// <summary>How values are written in a file, and what is said when one cannot be read.</summary>
internal static class FileForms
{
    /// <summary>The JSON of the format.</summary>
    public static readonly JsonSerializerOptions Options = new()
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        RespectNullableAnnotations = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
        Converters =
        {
            new WordsForm(UserText.LineLimit, mayBeEmpty: false),
            new TextForm<Instant>(FileTimes.TryReadInstant, FileTimes.Write, "is no moment in UTC between the years 1000 and 2999; write it like 1995-06-27T05:00:00Z."),
            new TextForm<CivilTime>(FileTimes.TryReadCivil, TimeWording.Iso, "is no local time between the years 1000 and 2999; write it like 1995-06-28T23:59-04:00[America/New_York]."),
            new TextForm<DateTimeZone>(FileTimes.TryReadZone, zone => zone.Id, "is no time zone; write an IANA name such as Europe/Zurich."),
            new TextForm<WallClock>(WallClock.TryParse!, clock => clock.ToString(), "is no clock; write an IANA zone such as Asia/Tokyo, or a name for it as in Geneva=Europe/Zurich."),
            new TextForm<LocalTime>(HourText.TryParse, HourText.Write, "is no hour of the day; write it like 08:00, or null for no digest."),
            new TextForm<Ladder>(Ladder.TryParse!, ladder => ladder.ToString(), $"is no ladder; write up to {Ladder.MostRungs} lengths of time such as 24h, 1h, 15m, 0."),
            new TextForm<RepeatRule>(RepeatText.TryRead!, rule => rule.ToString(), "is no rule; write it like FREQ=WEEKLY;BYDAY=TU, once a day at most."),
            new TextForm<LocalDateTime>(FileTimes.TryReadLocal, FileTimes.Write, "is no local time between the years 1000 and 2999; write it like 1995-06-28T23:59:00."),
            new TextForm<Duration>(FileTimes.TryReadSpan, TimeWording.Iso, "is no length of time of less than a month; write it like PT2H30M."),
            new TextForm<Uri>(SourceLink.TryRead!, link => link.AbsoluteUri, "is no web address; write it as https://example.org/page."),
            new TextForm<ChannelAddress>(ChannelAddress.TryParse!, channel => channel.ToString(), "is no channel; write it like terminal:desk or slack:main/C0123."),
            new ChoiceForm<TalksStatus>(),
            new ChoiceForm<OutcomeKind>(),
            new ChoiceForm<DeadlineState>(),
            new ChoiceForm<SessionState>(),
            new ChoiceForm<PointState>(),
            new ChoiceForm<Sourcing>(),
            new ChoiceForm<WirePriority>(),
            new ChoiceForm<ChangeVerb>(),
            new ChoiceForm<ApprovalState>(),
            new ChoiceForm<AskedAbout>(),
            new ChoiceForm<DetailField>(),
            new TextForm<QuietHours>(QuietHours.TryParse!, quiet => quiet.ToString(), "is no stretch of hours; write it like 22:00-07:00."),
        },
    };

    static FileForms() => Options.MakeReadOnly();
}
