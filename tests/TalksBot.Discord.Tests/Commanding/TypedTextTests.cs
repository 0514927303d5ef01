using TalksBot.Discord.Commanding;

namespace TalksBot.Discord.Tests.Commanding;

/// <summary>What people paste from Discord is read as what it stands for.</summary>
public sealed class TypedTextTests
{
    [Theory]
    [InlineData("<t:804397440:F>", "1995-06-29T03:44:00Z")]
    [InlineData("at <t:804397440>, see <https://a.example/b?c=1>", "at 1995-06-29T03:44:00Z, see https://a.example/b?c=1")]
    [InlineData("<t:99999999999:R> <t:x> a < b > c <#123>", "<t:99999999999:R> <t:x> a < b > c <#123>")]
    public void Notation_of_Discords_is_read(string typed, string read) => TypedText.Of(typed).ShouldBe(read);

    [Theory]
    [InlineData("<#123> <#456>", "discord:main/123  discord:main/456")]
    [InlineData("<#123>, slack:main/C1", "discord:main/123 , slack:main/C1")]
    [InlineData("us-japan-autos", "us-japan-autos")]
    public void Channels_are_read_as_the_desk_knows_them(string typed, string read) => TypedText.Channels(typed, "discord:main").ShouldBe(read);
}
