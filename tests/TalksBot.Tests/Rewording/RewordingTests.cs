namespace TalksBot.Tests.Rewording;

/// <summary>Facts are data: whoever rewords what people read changes nothing else.</summary>
public sealed class RewordingTests
{
    [Fact]
    public async Task Every_sentence_can_read_otherwise_and_nothing_is_decided_otherwise()
    {
        using var reworded = new RewordedAssemblies();
        var day = reworded.TypeOf(typeof(RewordedDay)).GetMethod(nameof(RewordedDay.RunAsync))!;

        var asBuilt = await RewordedDay.RunAsync();
        var turned = await (Task<(string Data, string Texts)>)day.Invoke(obj: null, parameters: null)!;

        reworded.Reworded.ShouldBeGreaterThan(500);
        turned.Texts.ShouldNotBe(asBuilt.Texts);
        turned.Texts.ShouldContain("DELLIK");
        turned.Data.Split('\n').ShouldBe(asBuilt.Data.Split('\n'));
    }
}
