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
    public void Whatever_people_did_is_built_again_by_its_story() => RandomTalks.Gen.Where(talks => talks.Follows.Count > 0).Sample(
        talks =>
        {
            var text = TalksFile.Write([talks]);

            TalksFile.Write(StoryRunner.Run(Given.Understood(text))).ShouldBe(text);
        },
        iter: 1_000);
}
