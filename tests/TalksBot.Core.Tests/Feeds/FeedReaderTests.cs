using System.Text;
using TalksBot.Core.Feeds;

namespace TalksBot.Core.Tests.Feeds;

/// <summary>Feeds as they are found on the web, each oddity by itself.</summary>
public sealed class FeedReaderTests
{
    private static readonly Uri From = new("https://news.example/feeds/all.xml");

    private static string Rss(string items) => $"<rss version=\"2.0\"><channel><title>Wire</title>{items}</channel></rss>";

    [Theory]
    [InlineData("<rss version=\"0.91\"><channel><title>Wire</title><item><title>Talks resume</title><link>https://a.example/1</link><description>In Geneva</description></item></channel></rss>")]
    [InlineData("<rss version=\"2.0\"><channel><title>Wire</title><item><title>Talks resume</title><guid>https://a.example/1</guid><description>In Geneva</description></item></channel></rss>")]
    [InlineData("<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns=\"http://purl.org/rss/1.0/\"><channel><title>Wire</title></channel><item rdf:about=\"https://a.example/1\"><title>Talks resume</title><description>In Geneva</description></item></rdf:RDF>")]
    [InlineData("<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns=\"http://my.netscape.com/rdf/simple/0.9/\"><channel><title>Wire</title></channel><item><title>Talks resume</title><link>https://a.example/1</link><description>In Geneva</description></item></rdf:RDF>")]
    [InlineData("<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Wire</title><entry><title>Talks resume</title><link href=\"https://a.example/1\"/><summary>In Geneva</summary></entry></feed>")]
    [InlineData("<feed version=\"0.3\" xmlns=\"http://purl.org/atom/ns#\"><title>Wire</title><entry><title mode=\"escaped\" type=\"text/html\">Talks resume</title><link rel=\"alternate\" type=\"text/html\" href=\"https://a.example/1\"/><content type=\"application/xhtml+xml\"><p>In Geneva</p></content></entry></feed>")]
    [InlineData("<a:feed xmlns:a=\"http://www.w3.org/2005/Atom\"><a:title>Wire</a:title><a:entry><a:title>Talks resume</a:title><a:link href=\"https://a.example/1\"/><a:summary>In Geneva</a:summary></a:entry></a:feed>")]
    [InlineData("<CHANNEL HREF=\"https://a.example/\"><TITLE>Wire</TITLE><ITEM HREF=\"https://a.example/1\" LASTMOD=\"2004-04-06T23:05\"><TITLE>Talks resume</TITLE><ABSTRACT>In Geneva</ABSTRACT></ITEM></CHANNEL>")]
    [InlineData("{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"Wire\",\"items\":[{\"id\":7,\"title\":\"Talks resume\",\"url\":\"https://a.example/1\",\"content_html\":\"<p>In Geneva</p>\"}]}")]
    public void Every_format_tells_the_same(string feed)
    {
        var read = Understood(feed);

        var item = read.Items.ShouldHaveSingleItem();
        (read.Title, item.Title, item.Text, item.Link).ShouldBe(("Wire", "Talks resume", "In Geneva", new Uri("https://a.example/1")));
    }

    [Theory]
    [InlineData("<item><title>Steel &amp; cars</title></item>", "Steel & cars")]
    [InlineData("<item><title>Steel & cars</title></item>", "Steel & cars")]
    [InlineData("<item><title>Steel&nbsp;&mdash;&#160;cars</title></item>", "Steel — cars")]
    [InlineData("<item><title>AT&amp;amp;T</title></item>", "AT&T")]
    [InlineData("<item><title><![CDATA[Steel &amp;amp; cars]]></title></item>", "Steel & cars")]
    [InlineData("<item><title>&lt;b&gt;Steel&lt;/b&gt; first</title></item>", "Steel first")]
    [InlineData("<item><title><b>Steel</b> first</title></item>", "Steel first")]
    [InlineData("<item><title>Growth < 2 % and > 1 %</title></item>", "Growth < 2 % and > 1 %")]
    [InlineData("<item><title>It&#146;s late</title></item>", "It’s late")]
    [InlineData("<item><title>\n   Two\n   lines </title></item>", "Two lines")]
    [InlineData("<ITEM><TITLE>Loud</TITLE></ITEM>", "Loud")]
    [InlineData("<item><title>Hid\u202Eden</title></item>", "Hidden")]
    [InlineData("<item><media:title>Not this</media:title><title>This</title></item>", "This")]
    [InlineData("<item><dc:title>Undeclared</dc:title></item>", "Undeclared")]
    [InlineData("<item><title>First</title><item><title>Second, of one not closed</title></item>", "First")]
    public void A_title_is_what_a_reader_would_see(string item, string title) =>
        Understood(Rss(item)).Items[0].Title.ShouldBe(title);

    [Theory]
    [InlineData("<description>&lt;p&gt;One&lt;/p&gt;&lt;p&gt;Two&lt;br/&gt;Three&lt;/p&gt;</description>", "One\n\nTwo\nThree")]
    [InlineData("<description><![CDATA[<script>alert(1)</script>Words<!-- no --><style>b{}</style>]]></description>", "Words")]
    [InlineData("<content:encoded><![CDATA[<ul><li>One<li>Two</ul>]]></content:encoded>", "One\nTwo")]
    [InlineData("<description>&lt;svg height='9'&gt;&lt;title&gt;Chart&lt;/title&gt;&lt;circle r='5'/&gt;&lt;/svg&gt; of &lt;math&gt;&lt;mi&gt;a&lt;/mi&gt;&lt;mo&gt;+&lt;/mo&gt;&lt;mi&gt;b&lt;/mi&gt;&lt;/math&gt;, &lt;mi&gt; by itself</description>", "Chart of a+b, <mi> by itself")]
    [InlineData("<description>&lt;command/&gt;&lt;keygen&gt;Words</description>", "Words")]
    [InlineData("<description>Use the &lt;made-up&gt; word</description>", "Use the <made-up> word")]
    [InlineData("<description>Plain words\nand more</description>", "Plain words\nand more")]
    public void Text_is_words_in_their_paragraphs(string field, string text) =>
        Understood(Rss($"<item><title>T</title>{field}</item>")).Items[0].Text.ShouldBe(text);

    [Theory]
    [InlineData("<link>https://a.example/?a=1&b=2</link>", "https://a.example/?a=1&b=2")]
    [InlineData("<link>\n https://a.example/\n1 </link>", "https://a.example/1")]
    [InlineData("<link>/story/1</link>", "https://news.example/story/1")]
    [InlineData("<link xml:base=\"https://b.example/x/\">1</link>", "https://b.example/x/1")]
    [InlineData("<guid isPermaLink=\"false\">https://a.example/id</guid><enclosure url=\"https://a.example/pod.mp3\"/>", "https://a.example/pod.mp3")]
    [InlineData("<guid>tag:a.example,2026:1</guid>", null)]
    [InlineData("<link>javascript:alert(1)</link>", null)]
    [InlineData("<atom:link rel=\"self\" href=\"https://a.example/self\"/><link>https://a.example/1</link>", "https://a.example/1")]
    public void A_link_leads_to_the_page(string field, string? link) =>
        Understood(Rss($"<item><title>T</title>{field}</item>")).Items[0].Link?.AbsoluteUri.ShouldBe(link);

    [Theory]
    [InlineData("Wed, 28 Jun 1995 23:59:00 -0400")]
    [InlineData("Wed, 28 Jun 95 23:59 EDT")]
    [InlineData("28 Jun 1995 23:59:00 EDT")]
    [InlineData("Thu, 29 Jun 1995 03:59:00 GMT")]
    [InlineData("Thu, 29 Jun 1995 03:59:00")]
    [InlineData("Jeu, 29 juin 1995 03:59:00 +0000")]
    [InlineData("Do, 29. Juni 1995 05:59:00 MESZ")]
    [InlineData("mar., 29 jun. 1995 03:59:00 Z")]
    [InlineData("Чт, 29 июн 1995 06:59:00 MSK-1 +0300")]
    [InlineData("Thu Jun 29 03:59:00 UTC 1995")]
    [InlineData("Wednesday, June 28, 1995 11:59 PM EDT")]
    [InlineData("1995-06-28T23:59:00-04:00")]
    [InlineData("1995-06-28T23:59-0400")]
    [InlineData("1995-06-29 03:59:00.000")]
    [InlineData("1995-06-29T03:59:00Z")]
    [InlineData("19950629T035900Z")]
    [InlineData("1995-180T03:59Z")]
    [InlineData("1995/06/29 03:59:00")]
    [InlineData("29.06.1995 03:59")]
    [InlineData("29-Jun-1995 03:59:00")]
    [InlineData("1995-június-29T5:59+02:00")]
    [InlineData("1995년 06월 29일  12:59:00")]
    [InlineData("1995-06-29 오후 12:59:00")]
    public void A_date_is_read_however_it_is_written(string date) =>
        Understood(Rss($"<item><title>T</title><pubDate>{date}</pubDate></item>")).Items[0].At.ShouldBe(Instant.FromUtc(1995, 6, 29, 3, 59));

    [Theory]
    [InlineData("01/02/1995 10:00")]
    [InlineData("soon")]
    [InlineData("31 Feb 1995 10:00:00 GMT")]
    [InlineData("99999999999999999999")]
    [InlineData("Thu, 29 Jun 1995 3:5:9:1 GMT")]
    [InlineData("Thu, 29 Jun 1995 25:59:00 GMT")]
    [InlineData("Thu, 29 Jun 1995 03:59:00 +zz:00")]
    [InlineData("Thu, 29 Jun 1995 03:59:00 +00:zz")]
    [InlineData("1995-06-29-03")]
    public void A_date_that_could_be_two_or_none_is_none(string date) =>
        Understood(Rss($"<item><title>T</title><pubDate>{date}</pubDate></item>")).Items[0].At.ShouldBeNull();

    [Theory]
    [InlineData("utf-8", "utf-8", null)]
    [InlineData("utf-8", "iso-8859-1", null)]
    [InlineData("utf-8", null, "text/xml; charset=iso-8859-1")]
    [InlineData("iso-8859-1", "iso-8859-1", "text/html")]
    [InlineData("windows-1252", "utf-8", null)]
    [InlineData("iso-8859-1", null, "text/xml; charset=\"ISO-8859-1\"")]
    [InlineData("utf-16", "utf-16", null)]
    [InlineData("utf-16BE", null, null)]
    [InlineData("windows-1251", "windows-1251", null)]
    public void Letters_are_read_whatever_is_said_of_them(string written, string? declared, string? contentType)
    {
        var word = written == "windows-1251" ? "Перемирие" : "Zürich";
        var text = $"{(declared is null ? "" : $"<?xml version=\"1.0\" encoding=\"{declared}\"?>")}{Rss($"<item><title>{word}</title></item>")}";
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(written) ?? Encoding.GetEncoding(written);

        var read = FeedReader.Read([.. encoding.GetPreamble(), .. encoding.GetBytes(text)], contentType, From);

        read.ShouldBeOfType<FeedReading.Understood>().Feed.Items[0].Title.ShouldBe(word);
    }

    [Theory]
    [InlineData("\uFEFF\n\n  <?xml version=\"1.0\"?><rss><channel><item><title>T</title></item></channel></rss>")]
    [InlineData("<!DOCTYPE rss [<!ENTITY x \"y\"><!ENTITY z SYSTEM \"file:///etc/passwd\">]><rss><channel><item><title>T</title></item></channel></rss>")]
    [InlineData("<rss><channel><item><title>T</title></item>")]
    [InlineData("<rss><channel><item><title>T</title></item><item><title>T</title></item></channel></rss>")]
    [InlineData("<channel><item><title>T</title></item></channel>")]
    [InlineData("PHP Notice: oops in line 4\n<rss><channel><item><title>T</title></item></channel></rss>")]
    [InlineData("<rss xmlns=\"http://nobody.example/knows\"><channel><item><title>T</title></item></channel></rss>")]
    public void What_stands_around_a_feed_does_not_matter(string feed) => Understood(feed).Items.ShouldHaveSingleItem().Title.ShouldBe("T");

    [Theory]
    [InlineData("", "That address answers with nothing.")]
    [InlineData("plain words", "That address answers with something that is no feed.")]
    [InlineData("{\"a\":1}", "That address answers with JSON that is no feed.")]
    [InlineData("{\"items\":", "That address answers with JSON that is no feed.")]
    [InlineData("<opml><head/><body><outline/></body></opml>", "That address answers with something that is no feed.")]
    public void What_is_no_feed_is_refused_in_a_sentence(string text, string sentence) => Refused(text).Sentence.ShouldBe(sentence);

    [Fact]
    public void A_mark_that_many_items_share_tells_none_of_them_from_another()
    {
        var read = Understood(Rss(
            "<item><guid>x</guid><title>One</title><link>https://a.example/1</link></item><item><guid>x</guid><title>Two</title><link>https://a.example/2</link></item>"
            + "<item><guid>y</guid><title>Three</title><pubDate>28 Jun 1995 10:00 GMT</pubDate></item><item><guid>y</guid><title>Four</title><pubDate>29 Jun 1995 10:00 GMT</pubDate></item>"
            + "<item><guid>z</guid><title>Five</title></item><item><guid>z</guid><title>Five, told twice</title></item>"));

        read.Items.Select(item => (item.Title, item.Id)).ShouldBe([("One", null), ("Two", null), ("Three", null), ("Four", null), ("Five", "z")]);
    }

    [Fact]
    public void What_stands_beside_a_description_counts_too() =>
        Understood(Rss("<item><title>T</title><description>Short</description><summary>Long</summary></item>")).Items[0].ShouldSatisfyAllConditions(item => item.Text.ShouldBe("Short"), item => item.Whole.ShouldBe("Long"));

    [Fact]
    public void A_web_page_names_its_feeds()
    {
        var refused = Refused("<!DOCTYPE html><html><head><link rel=alternate type=\"application/rss+xml\" href=\"/rss\"><link rel=stylesheet href=x></head><body><p>Hello</html>");

        refused.Sentence.ShouldBe("That address answers with a web page and no feed.");
        refused.Instead.ShouldBe([new Uri("https://news.example/rss")]);
    }

    [Theory]
    [InlineData("<a>", 20_000)]
    [InlineData("<a/>", 250_000)]
    [InlineData("<a xmlns:b='c'>", 5_000)]
    public void What_is_built_to_be_hard_is_refused(string part, int times) =>
        Refused($"<rss>{string.Concat(Enumerable.Repeat(part, times))}").Sentence.ShouldStartWith("That feed is built to be hard to read");

    [Theory]
    [InlineData("<?x>")]
    [InlineData("<!a>")]
    [InlineData("<!-- ")]
    [InlineData("<a b='")]
    [InlineData("<a b=\"<a c='")]
    [InlineData("<a b=\"' c='")]
    [InlineData("<![CDATA[")]
    [InlineData("</a")]
    [InlineData("<")]
    [InlineData("&amp")]
    [InlineData("</rss>")]
    public void Garbage_takes_no_longer_than_its_letters(string part)
    {
        var bytes = Encoding.UTF8.GetBytes($"<rss><channel><item><title>{string.Concat(Enumerable.Repeat(part, 500_000 / part.Length))}</title></item></channel></rss>");
        var before = GC.GetAllocatedBytesForCurrentThread();

        FeedReader.Read(bytes, contentType: null, From);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(40_000_000);
    }

    [Theory]
    [InlineData("<rss><channel>", "<b xml:base='x/' a='' c='' d='' e=''>", 90, "<item><title>T</title>", "<link href='q'/>", 100_000)]
    [InlineData("<rss><channel>", "<b xml:base='aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/'>", 90, "", "<item><link href='q'/></item>", 40_000)]
    [InlineData("<rss><channel><item>", "", 0, "", "<a b='c' d='e'/>", 140_000)]
    [InlineData("<x>", "<y>", 90, "", "<z/>", 140_000)]
    [InlineData("{\"items\":[", "", 0, "{}", ",{}", 190_000)]
    [InlineData("{\"items\":[", "", 0, "1", ",1", 2_000_000)]
    public void What_holds_much_costs_no_more_than_it_holds(string begin, string around, int levels, string inner, string part, int times)
    {
        var text = $"{begin}{string.Concat(Enumerable.Repeat(around, levels))}{inner}{string.Concat(Enumerable.Repeat(part, times))}{(begin[0] == '{' ? "]}" : "")}";
        var bytes = Encoding.UTF8.GetBytes(text);
        var before = GC.GetAllocatedBytesForCurrentThread();

        FeedReader.Read(bytes, contentType: null, From).ShouldNotBeNull();

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(110_000_000);
    }

    private static Feed Understood(string text) => FeedReader.Read(Encoding.UTF8.GetBytes(text), contentType: null, From).ShouldBeOfType<FeedReading.Understood>().Feed;

    private static FeedReading.Refused Refused(string text) => FeedReader.Read(Encoding.UTF8.GetBytes(text), contentType: null, From).ShouldBeOfType<FeedReading.Refused>();
}
