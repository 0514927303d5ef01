using TalksBot.Core.Access;
using TalksBot.Core.Negotiations;

namespace TalksBot.Core.Tests.Access;

public sealed class AccessTokenTests
{
    [Fact]
    public void Every_secret_drawn_is_another_and_may_be_one()
    {
        var drawn = Enumerable.Range(0, 1_000).Select(_ => AccessSecret.Draw()).ToList();

        drawn.Distinct().Count().ShouldBe(1_000);
        drawn.ShouldAllBe(secret => AccessSecret.IsOne(secret));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("short")]
    [InlineData("../../../../../../../etc/passwd0")]
    [InlineData("0123456789012345678901234567890%")]
    [InlineData("01234567890123456789012345678901234567890123456789")]
    public void Anything_else_is_none(string? text) => AccessSecret.IsOne(text).ShouldBeFalse();

    [Fact]
    public void What_is_kept_is_the_hash()
    {
        // The example of FIPS 180-2.
        AccessSecret.Hash("abc").ShouldBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    [Theory]
    [InlineData(AccessKind.Wall, "W0")]
    [InlineData(AccessKind.Calendar, "C0")]
    [InlineData(AccessKind.Api, "A0")]
    public void It_is_named_by_its_door(AccessKind kind, string name)
    {
        var token = new AccessToken(AccessSecret.Hash(AccessSecret.Draw()), new AccessScope(kind, Talks: null, Role: null), "lobby", Stamp.Clock(Instant.MinValue));

        token.Name.ShouldBe(name);
    }
}
