using TalksBot.Core.Archive;

namespace TalksBot.Core.Tests.Archive;

public sealed class ZzzGenerate
{
    [Fact]
    public void Generates()
    {
        var runner = new StoryRunner();
        foreach (var l in File.ReadAllLines("/tmp/lines.txt"))
        {
            var p = l.Split('|', 3);
            var day = p[0][0] == '+' ? "1995-06-28" : "1995-06-27";
            runner.Run(new StoryStep(NodaTime.Text.InstantPattern.ExtendedIso.Parse($"{day}T{p[0].TrimStart('+')}Z").Value, p[2], p[1]));
        }
        File.WriteAllText("/work/wt/archive/samples/us-japan-autos-1995.json", TalksFile.Write(runner.Talks));
    }
}
