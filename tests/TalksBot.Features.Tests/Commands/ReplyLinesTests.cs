using TalksBot.Core.Channels;
using TalksBot.Core.Commands;
using TalksBot.Core.Posts;

namespace TalksBot.Features.Tests.Commands;

/// <summary>What a command answers is read at a glance: beside its first line and the clocks, at most four lines of a phone.</summary>
public sealed class ReplyLinesTests
{
    private const int Most = 4;

    private static readonly string[] Prepared =
    [
        "follow add us-japan-autos channel:terminal:wire", "follow add us-japan-autos channel:terminal:tokyo zone:Tokyo",
        "deadline add us-japan-autos \"28 Jun 1995 23:59 EDT\" \"100% tariffs on luxury cars\" consequence:\"100% tariffs on Lexus, Acura and Infiniti\"",
        "session add us-japan-autos \"in 3h\" until:\"2 hours\" who:\"Kantor and Hashimoto\" place:\"US mission\"",
        "session add us-japan-autos \"in 8h\"", "point add us-japan-autos \"purchases of US parts\"",
        "update add us-japan-autos \"It sounded as if the talks were over.\" \"US officials familiar with the call\" tier:official side:US",
        "update add us-japan-autos \"The tone had changed.\" \"a Japanese official\" tier:unnamed side:JP",
        "update add us-japan-autos \"They agree.\" \"a Japanese official\" tier:unnamed embargo:\"in 6h\"",
        "update add us-japan-autos \"They have agreed.\" \"a US official\" tier:official priority:flash",
        "role grant discord:main/user/7 chief", "role grant discord:main/user/8 editor", "open other \"Other talks\" follow:no zone:Geneva", "suspend other",
    ];

    public static TheoryData<string> Everyday =>
    [
        "open third \"A third round of talks\" zone:Geneva parties:\"US=United States; JP=Japan\"",
        "deadline add us-japan-autos \"in 30h\" \"the list of cars\"", "deadline move us-japan-autos D1 +24h note:\"They go on.\"", "deadline move us-japan-autos all +24h", "deadline set us-japan-autos D1 label:\"tariffs on 13 models\"", "deadline met us-japan-autos D1",
        "deadline withdraw us-japan-autos D1 note:\"Called off.\"",
        "session add us-japan-autos \"29 Jun 14:00-16:00\" who:\"Kantor and Hashimoto\"", "session move us-japan-autos S1 +2h", "session set us-japan-autos S1 place:\"Hotel Intercontinental\"", "session start us-japan-autos S1",
        "session cancel us-japan-autos S1 note:\"The minister is ill.\"", "session add us-japan-autos \"in 8h\"", "session add us-japan-autos \"26 Jun 1995 15:00\"",
        "update add us-japan-autos \"They meet again at eleven.\" \"a Japanese official\" tier:unnamed",
        "update add us-japan-autos \"The tone had changed.\" \"a Japanese official\" tier:unnamed disputes:#1",
        "update add us-japan-autos \"They sign at noon.\" \"a US official\" tier:official priority:flash",
        "update add us-japan-autos \"They sign at noon.\" \"a US official\" tier:official embargo:\"in 4h\"",
        "update correct us-japan-autos #1 \"It sounded as if the talks went on.\"", "update kill us-japan-autos #1 \"The source takes it back.\"",
        "update dispute us-japan-autos #1 #2", "update embargo us-japan-autos #3 +1h", "update break us-japan-autos #3 \"another agency has it\"",
        "update approve us-japan-autos #4", "update reject us-japan-autos #4",
        "point add us-japan-autos glass", "point set us-japan-autos P1 side:US wording:\"measurable progress\"", "point settle us-japan-autos P1",
        "follow add us-japan-autos channel:terminal:news priority:urgent quiet:22:00-07:00", "follow set us-japan-autos channel:terminal:wire digest:09:00", "follow remove us-japan-autos channel:terminal:wire",
        "outcome us-japan-autos agreed \"Both sides announced an agreement in Geneva.\"", "outcome us-japan-autos collapsed \"They left the room.\"",
        "set us-japan-autos venue:Washington zone:Washington", "update correct us-japan-autos #3 \"They nearly agree.\"",
        "suspend us-japan-autos note:\"The minister flew home.\"", "resume other", "close us-japan-autos",
        "role grant discord:main/user/9 editor", "role revoke discord:main/user/8", "role same discord:main/user/8 slack:main/user/U02BOB",
        "when \"tomorrow 5pm EDT\"", "undo",
    ];

    [Theory]
    [MemberData(nameof(Everyday))]
    public async Task Is_short(string line)
    {
        await using var desk = await NewsDesk.OpenAsync();
        foreach (var prepared in Prepared)
        {
            await desk.SayAsync(prepared);
        }

        var caller = new Caller("Ben", Role.Chief, new ChannelAddress("terminal", "", line == "undo" ? "desk" : "other")) { HasAgreed = true, Person = line == "undo" ? "Ann" : "Ben" };
        var reply = await desk.RunAsync(line, caller);

        reply.Refused.ShouldBeFalse(PostText.Write(reply.Body));
        PhoneLines.Of(reply.Body.Pieces.Where(piece => piece is not PostPiece.Moment)).ShouldBeLessThanOrEqualTo(Most, PostText.Write(reply.Body));
    }
}
