using TalksBot.Core.Posts;

namespace TalksBot.Web.Tests.Api;

/// <summary>What programs change: by the commands of chat, with their rules.</summary>
public sealed class ApiChangeTests(ApiDesk desk) : IClassFixture<ApiDesk>
{
    private const string Updates = $"{ApiDesk.Talks}/updates";

    [Fact]
    public async Task What_would_be_posted_is_shown_first_and_done_once_confirmed()
    {
        var preview = await desk.PostAsync(Updates, desk.Reporter, new { text = "previewed words", source = "a senior US official", tier = "unnamed" });
        var before = await desk.GetAsync(Updates, desk.Reader);
        var confirm = preview.Json["preview"]!["confirm"]!.GetValue<string>();
        var elsewhere = await desk.PostAsync($"{Updates}/1/kill", desk.Editor, new { confirm });
        var done = await desk.PostAsync(Updates, desk.Reporter, new { confirm });
        var read = await desk.GetAsync(done["self"]!, desk.Reader);

        (preview.Status, preview["outcome"]).ShouldBe((200, "preview"));
        preview.Json["preview"]!["title"]!.GetValue<string>().ShouldBe("Nothing is posted yet: this would tell 1 channel");
        preview.Json["preview"]!["text"]!.GetValue<string>().ShouldContain("previewed words");
        before.Text.ShouldNotContain("previewed words");
        elsewhere.Status.ShouldBeOneOf(404, 422);
        (done.Status, done["outcome"], done["state"]).ShouldBe((201, "done", "public"));
        done.Headers.Location!.OriginalString.ShouldBe(done["self"]);
        read["text"].ShouldBe("previewed words");
    }

    [Fact]
    public async Task Which_channels_would_be_told_is_said_to_whoever_asks()
    {
        var which = await desk.PostAsync(Updates, desk.Reporter, new { text = "to which", source = "a senior US official", tier = "unnamed", confirm = "which" });
        var done = await desk.PostAsync(Updates, desk.Reporter, new { confirm = which.Json["preview"]!["confirm"]!.GetValue<string>() });

        which["outcome"].ShouldBe("preview");
        which.Json["preview"]!["text"]!.GetValue<string>().ShouldContain("terminal:tokyo");
        done.Status.ShouldBe(201);
    }

    [Fact]
    public async Task A_command_is_done_once_however_often_it_is_sent_and_the_answer_stays_the_same()
    {
        var body = new { text = "once", source = "a senior US official", tier = "unnamed", heardAt = "1995-06-28T14:00:00-04:00", confirm = "yes" };

        var first = await desk.PostAsync(Updates, desk.Reporter, body, ("Idempotency-Key", "k-1"));
        var again = await desk.PostAsync(Updates, desk.Reporter, body with { heardAt = "1995-06-28T18:00:00Z" }, ("Idempotency-Key", "k-1"));
        await desk.PostAsync($"{first["self"]}/kill", desk.Editor, new { reason = "not so", confirm = "yes" });
        var later = await desk.PostAsync(Updates, desk.Reporter, body, ("Idempotency-Key", "k-1"));
        var other = await desk.PostAsync(Updates, desk.Reporter, body with { text = "twice" }, ("Idempotency-Key", "k-1"));
        var another = await desk.PostAsync(Updates, desk.Editor, body, ("Idempotency-Key", "k-1"));

        first.Status.ShouldBe(201);
        (again.Status, again.Text).ShouldBe((201, first.Text));
        (later.Status, later.Text).ShouldBe((201, first.Text));
        other.Status.ShouldBe(422);
        other.Detail.ShouldContain("Idempotency-Key");
        another["update"].ShouldNotBe(first["update"]);
    }

    [Fact]
    public async Task A_key_of_something_else_says_of_nothing_that_it_was_done()
    {
        var added = await desk.PostAsync(Updates, desk.Editor, new { text = "stands", source = "a senior US official", tier = "unnamed", confirm = "yes" }, ("Idempotency-Key", "reused"));
        var confirm = new { confirm = "5F1C0A97D3B24E68A1C7E9B0" };

        var kill = await desk.PostAsync($"{added["self"]}/kill", desk.Editor, confirm, ("Idempotency-Key", "reused"));
        var corrected = await desk.PostAsync($"{Updates}/{await desk.AddAsync("another")}/corrections", desk.Editor, confirm, ("Idempotency-Key", "reused"));
        var again = await desk.PostAsync(Updates, desk.Editor, confirm, ("Idempotency-Key", "reused"));

        (kill.Status, corrected.Status).ShouldBe((422, 422));
        kill.Detail.ShouldContain("Something else was done under this Idempotency-Key");
        again.Text.ShouldBe(added.Text);
        (await desk.GetAsync(added["self"]!, desk.Editor))["state"].ShouldBe("public");
    }

    [Fact]
    public async Task A_preview_and_a_key_are_known_to_whoever_has_the_database()
    {
        var other = new ApiDesk();
        await other.InitializeAsync();
        var preview = await other.PostAsync(Updates, other.Reporter, new { text = "across nodes", source = "a senior US official", tier = "unnamed" });
        var body = new { confirm = preview.Json["preview"]!["confirm"]!.GetValue<string>() };

        await other.RestartAsync();
        var done = await other.PostAsync(Updates, other.Reporter, body, ("Idempotency-Key", "node"));
        await other.RestartAsync();
        var again = await other.PostAsync(Updates, other.Reporter, body, ("Idempotency-Key", "node"));
        await other.DisposeAsync();

        (done.Status, done["update"]).ShouldBe((201, "#1"));
        (again.Status, again.Text).ShouldBe((201, done.Text));
    }

    [Fact]
    public async Task Of_two_that_are_sent_at_once_under_one_key_one_is_done()
    {
        var bodies = Enumerable.Range(0, 6).Select(i => new { text = $"race {i % 2}", source = "a senior US official", tier = "unnamed", confirm = "yes" });

        var answers = await Task.WhenAll(bodies.Select(body => desk.PostAsync(Updates, desk.Reporter, body, ("Idempotency-Key", "race"))));
        var listed = await desk.GetAsync($"{Updates}?limit=200", desk.Reader);

        answers.Select(answer => answer.Status).Order().ShouldBe([201, 201, 201, 422, 422, 422]);
        answers.Where(answer => answer.Status == 201).Select(answer => answer.Text).Distinct().ShouldHaveSingleItem();
        listed.Items.Count(update => update!["text"]!.GetValue<string>().StartsWith("race", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task What_has_changed_since_it_was_read_is_not_changed_again()
    {
        var number = await desk.AddAsync("seen so");
        var read = await desk.GetAsync($"{Updates}/{number}", desk.Editor);
        await desk.Desk.DoAsync($"/talks update correct {ApiDesk.Slug} #{number} \"otherwise by now\"");

        var corrected = await desk.PostAsync($"{Updates}/{number}/corrections", desk.Editor, new { text = "mine", confirm = "yes" }, ("If-Match", read.Tag!));
        var killed = await desk.PostAsync($"{Updates}/{number}/kill", desk.Editor, new { reason = "mine", confirm = "yes" }, ("If-Match", read.Tag!));
        var now = await desk.GetAsync($"{Updates}/{number}", desk.Editor);
        var right = await desk.PostAsync($"{Updates}/{number}/corrections", desk.Editor, new { text = "mine", confirm = "yes" }, ("If-Match", now.Tag!), ("Idempotency-Key", "fix"));
        var again = await desk.PostAsync($"{Updates}/{number}/corrections", desk.Editor, new { text = "mine", confirm = "yes" }, ("If-Match", now.Tag!), ("Idempotency-Key", "fix"));

        (corrected.Status, killed.Status).ShouldBe((412, 412));
        corrected.Detail.ShouldBe($"#{number} reads otherwise than you saw it; read it again.");
        right.Status.ShouldBe(200);
        again.Text.ShouldBe(right.Text);
        (await desk.GetAsync($"{Updates}/{number}", desk.Editor))["text"].ShouldBe("mine");
    }

    [Fact]
    public async Task What_nobody_may_see_yet_is_taken_and_told_without_its_words()
    {
        var embargo = await desk.PostAsync(Updates, desk.Reporter, new { text = "embargoed by a program", source = "a senior US official", tier = "unnamed", embargo = "1995-06-29T02:00:00+02:00" });
        var flash = await desk.PostAsync(Updates, desk.Reporter, new { text = "a flash by a program", source = "the minister", tier = "on-record", priority = "flash", confirm = "yes" });

        (embargo.Status, embargo["state"], embargo["until"]).ShouldBe((202, "waiting", "1995-06-29T00:00:00Z"));
        (flash.Status, flash["state"]).ShouldBe((202, "waiting"));
        embargo.Text.ShouldNotContain("embargoed by a program");
        (await desk.GetAsync(embargo["self"]!, desk.Editor)).Status.ShouldBe(404);
    }

    [Fact]
    public async Task The_rules_of_chat_refuse_in_its_own_sentences()
    {
        var source = await desk.PostAsync(Updates, desk.Reporter, new { text = "x", source = "a source", tier = "unnamed" });
        var side = await desk.PostAsync(Updates, desk.Reporter, new { text = "x", source = "a senior US official", tier = "unnamed", side = "FR" });
        var link = await desk.PostAsync(Updates, desk.Reporter, new { text = "x", source = "a senior US official", tier = "unnamed", link = "file:///etc/passwd" });
        var hidden = await desk.PostAsync(Updates, desk.Reporter, new { text = "a\u202Eb", source = "a senior US official", tier = "unnamed" });
        var number = await desk.AddAsync("to be killed twice");
        await desk.PostAsync($"{Updates}/{number}/kill", desk.Editor, new { reason = "once", confirm = "yes" });
        var twice = await desk.PostAsync($"{Updates}/{number}/kill", desk.Editor, new { reason = "twice", confirm = "yes" });

        new[] { source, side, link, hidden, twice }.ShouldAllBe(answer => answer.Status == 422 && answer.MediaType == "application/problem+json");
        side.Detail.ShouldBe("FR is no party to these talks; the sides are US, JP.");
        link["field"].ShouldBe("link");
        twice.Detail.ShouldContain("was killed already, by API A3 – CMS");
    }

    [Fact]
    public async Task The_audit_names_the_token_and_undo_takes_back_what_it_did()
    {
        var done = await desk.PostAsync(Updates, desk.Editor, new { text = "to be undone", source = "a senior US official", tier = "unnamed", confirm = "yes" });
        var audit = PostText.Write((await desk.Desk.DoAsync($"/talks audit {ApiDesk.Slug}")).Body);
        await desk.Desk.DoAsync(done["undo"]!);

        audit.ShouldContain("API A3 – CMS in api:A3");
        (await desk.GetAsync(done["self"]!, desk.Reader)).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Text_of_every_kind_comes_back_as_it_was_sent()
    {
        const string Text = "First \\ \"quoted\" ‘it’s’ <script>alert(1)</script> @everyone\n\nSecond: talks:other confirm:yes --yes ünïcode 東京 🤝";

        var done = await desk.PostAsync(Updates, desk.Reporter, new { text = Text, source = "a senior US official", tier = "unnamed", confirm = "yes" }, ("Idempotency-Key", "text"));
        var again = await desk.PostAsync(Updates, desk.Reporter, new { text = Text, source = "a senior US official", tier = "unnamed", confirm = "yes" }, ("Idempotency-Key", "text"));
        var read = await desk.GetAsync(done["self"]!, desk.Reader);

        read["text"].ShouldBe(Text);
        again.Text.ShouldBe(done.Text);
        read.Text.ShouldNotContain("<");
    }
}
