using CsCheck;
using TalksBot.Core.Archive;
using TalksBot.Core.Negotiations;

namespace TalksBot.Core.Tests.Archive;

public sealed class RandomTalksTests
{
    [Fact]
    public void Whatever_people_did_comes_back_in_every_field() => RandomTalks.Gen.Sample(
        talks =>
        {
            var text = TalksFile.Write([talks]);

            var restored = Negotiation.Restore(Given.Understood(text).Talks.Single());

            Fields.Of(restored).ShouldBe(Fields.Of(talks));
            TalksFile.Write([restored]).ShouldBe(text);
        },
        iter: 500);

    [Fact]
    public void Whatever_people_did_is_built_again_by_its_story() => RandomTalks.Gen.Where(IsExactlyKept).Sample(
        talks =>
        {
            var text = TalksFile.Write([talks]);

            TalksFile.Write(StoryRunner.Run(Given.Understood(text))).ShouldBe(text);
        },
        iter: 1_000);

    /// <summary>A file keeps the kind of the last outcome only; that of an outcome it replaced is inferred and may be told otherwise.</summary>
    private static bool IsExactlyKept(Negotiation talks) =>
        talks.Follows.Count > 0 && talks.Changes.Count(change => change.Verb is ChangeVerb.Concluded) <= 1;
}
