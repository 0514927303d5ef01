using System.Diagnostics;
using TalksBot.Core.Archive;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Updates;

namespace TalksBot.Core.Tests.Archive;

public sealed class LargeFileTests
{
    private const int Many = 1_200;

    [Fact]
    public void Reads_and_tells_a_file_as_long_as_one_may_be_in_seconds()
    {
        var talks = Given.Opened();
        for (var i = 0; i < Many; i++)
        {
            var deadline = talks.AddDeadline(new DeadlineTerms($"Deadline {i}", Given.Time(i, Given.Geneva)), Given.Stamp(i)).Deadline!;
            talks.MoveDeadline(deadline, Given.Time(i + 90, Given.Geneva), Given.Stamp(i));
            talks.AddUpdate(new UpdateTerms($"Update {i}", "an official of the port", Sourcing.Official, "PORT", WirePriority.Regular, Given.Start), Given.Stamp(i));
            talks.AddFollow(Given.Channel($"slack:c{i}/same"), Given.Settings("1h", null), Given.Stamp(i));
        }

        var started = Stopwatch.GetTimestamp();
        var story = Story.Of(Given.Understood(TalksFile.Write([talks])));

        story.Steps.Count.ShouldBe(talks.Changes.Count);
        Stopwatch.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }
}
