using TalksBot.Core.Text;

namespace TalksBot.Core.Tests.Text;

public sealed class SourceLinkTests
{
    [Theory]
    [InlineData("https://www.reuters.com/world/talks-1995?ref=a&b=c#top", "https://www.reuters.com/world/talks-1995?ref=a&b=c#top")]
    [InlineData("  HTTP://Example.org  ", "http://example.org/")]
    [InlineData("https://example.org:8443/a", "https://example.org:8443/a")]
    [InlineData("https://example.org/a(b)|c>d\"e'f*g`h[i]", "https://example.org/a%28b%29%7Cc%3Ed%22e%27f%2Ag%60h%5Bi%5D")]
    [InlineData("https://example.org/日本", "https://example.org/%E6%97%A5%E6%9C%AC")]
    [InlineData("https://example.org/@everyone", "https://example.org/%40everyone")]
    [InlineData("https://exаmple.org/", "https://xn--exmple-4nf.org/")]
    public void Is_kept_in_letters_that_nothing_can_take_for_markup(string typed, string kept)
    {
        SourceLink.Check(typed, out var link).ShouldBeNull();

        link.ShouldNotBeNull().AbsoluteUri.ShouldBe(kept);
        SourceLink.TryRead(link.AbsoluteUri, out var again).ShouldBeTrue();
        again.ShouldBe(link);
    }

    [Theory]
    [InlineData("reuters.com/world")]
    [InlineData("javascript:alert(1)")]
    [InlineData("ftp://example.org/a")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https:example.org")]
    [InlineData("https://")]
    [InlineData("https://[::1")]
    [InlineData("see the page")]
    public void What_is_no_web_address_is_refused(string typed)
    {
        SourceLink.Check(typed, out var link).ShouldBe("The link is no web address; write it as https://example.org/page.");
        link.ShouldBeNull();
    }

    [Fact]
    public void A_name_before_the_host_is_refused_as_it_hides_where_the_link_leads() =>
        SourceLink.Check("https://reuters.com@evil.example/", out _).ShouldNotBeNull().ShouldStartWith("The link names a user before its host");

    [Fact]
    public void An_address_without_end_is_refused() =>
        SourceLink.Check($"https://example.org/{new string('é', 200)}", out _).ShouldNotBeNull().ShouldStartWith("The link is longer than 1000 characters");

    [Theory]
    [InlineData("https://www.reuters.com/a", "reuters.com")]
    [InlineData("https://example.org/", "example.org")]
    public void Its_site_stands_for_it_where_there_is_little_room(string link, string site) => SourceLink.Site(new Uri(link)).ShouldBe(site);
}
