using System.Text.Json;
using CsCheck;
using TalksBot.Core.Channels;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Discord.Posting;
using TalksBot.Discord.Wire;
using TalksBot.Discord.Wire.Models;
using TalksBot.Testing;

namespace TalksBot.Discord.Tests.Posting;

/// <summary>A post as Discord shows it.</summary>
public sealed class PostBodyTests
{
    private static readonly ChannelAddress Desk = Server.Address(7);

    private const string Rung =
        """
        {
          "content": "15 min to go: 100% tariffs on luxury cars <@&99>",
          "embeds": [
            {
              "description": "23:44 EDT · 05:44 Geneva (+1) · <t:804397440:F> (<t:804397440:R>)\n\n**Accounts differ**\n> “We are \\*not\\* there.” – Kantor, on record\n**Status:** under way\nSection 301",
              "color": 15158332,
              "footer": {
                "text": "us-japan-autos · D1 · REF"
              },
              "fields": [
                {
                  "name": "If it passes",
                  "value": "100% tariffs"
                }
              ]
            }
          ],
          "allowed_mentions": {
            "parse": [],
            "roles": [
              "99"
            ]
          },
          "nonce": "KEY",
          "enforce_nonce": true
        }
        """;

    [Fact]
    public void A_rung_is_one_embed_with_the_mention_outside()
    {
        var post = Some.Outgoing(Desk, Some.Post() with
        {
            Mention = "<@&99>",
            Pieces =
            [
                new PostPiece.Moment(Some.Moment, "23:44 EDT · 05:44 Geneva (+1)"),
                new PostPiece.Section("Accounts differ"),
                new PostPiece.Quote("We are *not* there.", "Kantor, on record"),
                new PostPiece.Field("Status", "under way"),
                new PostPiece.Line("Section 301"),
                new PostPiece.Field("If it passes", "100% tariffs"),
            ],
        });

        Json(post).ShouldBe(
            Rung.Replace("REF", post.Key.ShortReference, StringComparison.Ordinal).Replace("KEY", post.Key.Value, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_line_of_a_text_stands_in_its_quotation_or_is_struck_and_is_no_markup()
    {
        const string Words = "One @everyone.\n\n> two\n# three ~~";

        var embed = PostBody.Of(new Post("T", Severity.Calm, [new PostPiece.Quote(Words, "Ann"), new PostPiece.Struck(Words)]), reference: "", "discord:main").Embeds.ShouldHaveSingleItem();

        embed.Description.ShouldBe("> “One \\@everyone.\n> \n> \\> two\n> \\# three \\~\\~” – Ann\n~~One \\@everyone.~~\n~~\\> two~~\n~~\\# three \\~\\~~~");
    }

    [Fact]
    public void News_keeps_its_lines_in_the_message_itself()
    {
        var post = Some.Outgoing(Desk, new Post("T", Severity.Calm, [new PostPiece.Quote("One.\n\n> two\n# three\n1. four", "Ann")]) { LeadsWithWords = true });

        PostContent.Of(post).Text.ShouldBe("T: “One.\n\n\\> two\n\\# three\n1\\. four”");
    }

    [Theory]
    [InlineData(Severity.Calm, null)]
    [InlineData(Severity.Notable, 0x3498DB)]
    [InlineData(Severity.Pressing, 0xE74C3C)]
    [InlineData(Severity.Good, 0x2ECC71)]
    [InlineData(Severity.Nearing, 0xF1C40F)]
    [InlineData(Severity.Passed, 0x8B0000)]
    [InlineData(Severity.Withdrawn, 0x95A5A6)]
    [InlineData(Severity.Trouble, 0xE67E22)]
    public void Every_meaning_has_its_colour(Severity severity, int? colour) =>
        Embeds(Some.Post() with { Severity = severity })[0].Color.ShouldBe(colour);

    [Fact]
    public void A_heading_too_long_for_a_title_stands_whole_below_it()
    {
        var heading = string.Join(' ', Enumerable.Repeat("word", 100));

        var embed = PostBody.Of(Some.Post(heading, "the line"), reference: "", "discord:main").Embeds.ShouldHaveSingleItem();

        embed.Title!.Length.ShouldBeLessThanOrEqualTo(256);
        embed.Title.ShouldEndWith("…");
        embed.Description.ShouldBe($"{heading}\nthe line");
    }

    [Fact]
    public void A_long_post_goes_on_in_a_second_embed()
    {
        var lines = Enumerable.Range(0, 50).Select(n => new PostPiece.Line($"{n} {new string('x', 98)}")).ToList<PostPiece>();

        var embeds = Embeds(Some.Post() with { Pieces = lines });

        embeds.Count.ShouldBe(2);
        string.Join('\n', embeds.Select(embed => embed.Description)).ShouldBe(string.Join('\n', lines.Select(PostText.Write)));
        embeds[0].Footer.ShouldBeNull();
        embeds[1].Footer.ShouldNotBeNull();
        embeds[1].Title.ShouldBeNull();
    }

    [Fact]
    public void What_is_too_long_for_Discord_is_shortened_and_says_so()
    {
        var embeds = Embeds(Some.Post("heading", new string('*', 20_000)));

        embeds.Sum(Length).ShouldBeInRange(5_900, 6_000);
        embeds[^1].Description!.ShouldEndWith("(shortened: the whole text has 20,008 characters)");
    }

    [Fact]
    public void A_field_too_long_for_a_field_is_a_line()
    {
        var embed = Embeds(Some.Post() with { Pieces = [new PostPiece.Field("Wording", new string('x', 2_000))] }).ShouldHaveSingleItem();

        embed.Fields.ShouldBeNull();
        embed.Description.ShouldBe($"**Wording:** {new string('x', 2_000)}");
    }

    [Fact]
    public void Channels_roles_and_people_are_shown_by_their_names_where_Discord_shows_names()
    {
        var post = Some.Post("Posts of discord:main/12345678901234567", "editor · discord:main/role/12345678901234568, discord:main/user/12345678901234569, discord:other/12345678901234567") with { Severity = Severity.Calm };

        var embed = PostBody.Of(post, reference: "", "discord:main").Embeds.ShouldHaveSingleItem();

        embed.Title.ShouldBeNull();
        embed.Description.ShouldBe("**Posts of <#12345678901234567>**\neditor · <@&12345678901234568>, <@12345678901234569>, discord:other/12345678901234567");
    }

    [Fact]
    public void What_people_are_quoted_with_stays_as_they_said_it()
    {
        var quote = new PostPiece.Quote("see discord:main/12345678901234567", "a US official");

        var embed = Embeds(Some.Post() with { Pieces = [quote] }).ShouldHaveSingleItem();

        embed.Description.ShouldBe("> “see discord:main/12345678901234567” – a US official");
    }

    [Fact]
    public void The_last_part_of_a_list_looks_like_the_others()
    {
        var post = Some.Post() with
        {
            Pieces = [new PostPiece.Section("One"), new PostPiece.Field("Clock", "Tokyo"), new PostPiece.Section("Two"), new PostPiece.Field("Clock", "Geneva")],
        };

        var embed = Embeds(post).ShouldHaveSingleItem();

        embed.Fields.ShouldBeNull();
        embed.Description.ShouldBe("**One**\n**Clock:** Tokyo\n\n**Two**\n**Clock:** Geneva");
    }

    [Fact]
    public void Nothing_exceeds_a_limit() => Posts.Sample(
        post =>
        {
            var embeds = Embeds(post);

            embeds.Count.ShouldBeInRange(1, 10);
            embeds.Sum(Length).ShouldBeLessThanOrEqualTo(6_000);
            embeds.ShouldAllBe(embed =>
                (embed.Title ?? "").Length <= 256 && (embed.Description ?? "x").Length >= 1 && (embed.Description ?? "").Length <= 4096
                && (embed.Fields ?? Array.Empty<EmbedField>()).Count <= 25);
            embeds.SelectMany(embed => embed.Fields ?? []).ShouldAllBe(field =>
                field.Name.Trim().Length >= 1 && field.Name.Length <= 256 && field.Value.Trim().Length >= 1 && field.Value.Length <= 1024);
            embeds[^1].Footer.ShouldNotBeNull();
        });

    private static readonly Gen<string> Texts = Gen.Frequency((3, Gen.String[0, 50]), (1, Gen.Char[" *_a1.\n\u0301"].Array[0, 9_000].Select(chars => new string(chars))));

    private static readonly Gen<PostPiece> Pieces = Gen.OneOf(
        Texts.Select(text => (PostPiece)new PostPiece.Line(text)),
        Texts.Select(text => (PostPiece)new PostPiece.Section(text)),
        Texts.Select(text => (PostPiece)new PostPiece.Moment(Some.Moment, text)),
        Gen.Select(Texts, Texts).Select(pair => (PostPiece)new PostPiece.Quote(pair.Item1, pair.Item2)),
        Gen.Select(Texts, Texts).Select(pair => (PostPiece)new PostPiece.Field(pair.Item1, pair.Item2)));

    private static readonly Gen<Post> Posts = Gen.Select(Texts, Pieces.List[0, 40]).Select(parts => new Post(parts.Item1, Severity.Calm, parts.Item2));

    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    };

    private static string Json(OutgoingPost post) =>
        JsonSerializer.SerializeToNode(new PostMessage(hasButtons: false).Draft(post), WireJson.Default.MessageDraft)!.ToJsonString(Readable);

    private static IReadOnlyList<Embed> Embeds(Post post) => PostBody.Of(Some.Outgoing(Desk, post), PostContent.Of(Some.Outgoing(Desk, post))).Embeds;

    private static int Length(Embed embed) =>
        (embed.Title ?? "").Length + (embed.Description ?? "").Length + (embed.Footer?.Text ?? "").Length
        + (embed.Fields ?? []).Sum(field => field.Name.Length + field.Value.Length);
}
