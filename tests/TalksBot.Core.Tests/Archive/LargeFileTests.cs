using System.Collections;
using TalksBot.Core.Archive;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;

namespace TalksBot.Core.Tests.Archive;

/// <summary>A file that is twice as long is twice the work, not four times.</summary>
public sealed class LargeFileTests
{
    private const int Many = 2_500;

    /// <summary>How often each thing in a file may be looked at while its story is made.</summary>
    private const int Looks = 12;

    [Fact]
    public void Tells_a_long_file_without_looking_through_it_for_every_change()
    {
        var file = Given.Understood(TalksFile.Write([Long()]));
        var talks = file.Talks[0];
        var counted = (Deadlines: Counted.Of(talks.Deadlines), Updates: Counted.Of(talks.Updates), Follows: Counted.Of(talks.Follows), Changes: Counted.Of(talks.Changes));

        var story = Story.Of(file with { Talks = [talks with { Deadlines = counted.Deadlines, Updates = counted.Updates, Follows = counted.Follows, Changes = counted.Changes }] });

        story.Steps.Count.ShouldBe(talks.Changes.Count);
        new[] { counted.Deadlines.Looks, counted.Updates.Looks, counted.Follows.Looks, counted.Changes.Looks / 4 }.Max().ShouldBeLessThan(Many * Looks);
    }

    private static Negotiation Long()
    {
        var talks = Given.Opened();
        for (var i = 0; i < Many; i++)
        {
            var deadline = talks.AddDeadline(new DeadlineTerms($"Deadline {i}", Given.Time(i, Given.Geneva)), Given.Stamp(i)).Deadline!;
            talks.MoveDeadline(deadline, Given.Time(i + 90, Given.Geneva), Given.Stamp(i));
            talks.AddUpdate(new UpdateTerms($"Update {i}", "an official of the port", Sourcing.Official, "PORT", WirePriority.Regular, Given.Start), Given.Stamp(i));
            talks.AddFollow(Given.Channel($"slack:c{i}/same"), Given.Settings("1h", null), Given.Stamp(i));
        }

        return talks;
    }

    private static class Counted
    {
        public static Counted<T> Of<T>(IReadOnlyList<T> items) => new(items);
    }

    /// <summary>A list that counts how many of its items were looked at.</summary>
    private sealed class Counted<T>(IReadOnlyList<T> items) : IReadOnlyList<T>
    {
        public int Looks { get; private set; }

        public int Count => items.Count;

        public T this[int index]
        {
            get
            {
                Looks++;
                return items[index];
            }
        }

        public IEnumerator<T> GetEnumerator()
        {
            foreach (var item in items)
            {
                Looks++;
                yield return item;
            }
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
