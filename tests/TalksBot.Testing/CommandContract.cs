using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using TalksBot.Core.Channels;
using TalksBot.Core.Negotiations;
using TalksBot.Storage;
using Xunit;

namespace TalksBot.Testing;

/// <summary>
/// What people can do at their keyboards, the same on every platform that takes commands: ada is chief, ben and dora are editors, cleo is
/// just there. News goes to the channel wire, decisions are asked for in operations. A platform's tests inherit this class and say how its
/// people type, press and fill in, and what they see.
/// </summary>
public abstract partial class CommandContract : IAsyncLifetime
{
    /// <summary>The talks that wire follows, with alerts 30 and 15 minutes before a deadline; ada is called when nobody acknowledges.</summary>
    protected const string Slug = "us-japan-autos";

    private const string Update = $"update add {Slug} \"They meet again.\" \"a senior US official\" tier:official";

    /// <summary>What everybody sees in the channel wire, oldest first.</summary>
    protected abstract IReadOnlyList<ChatMessage> Wire { get; }

    /// <summary>What everybody sees in the channel operations, oldest first.</summary>
    protected abstract IReadOnlyList<ChatMessage> Operations { get; }

    /// <summary>What one of the four sees alone in direct messages, oldest first.</summary>
    protected abstract IReadOnlyList<ChatMessage> Direct(string name);

    /// <summary>What everybody sees in the thread of a message of the channel wire, oldest first; the message itself is not in it.</summary>
    protected abstract IReadOnlyList<ChatMessage> InThread(ChatMessage root);

    /// <summary>The channel wire.</summary>
    protected abstract ChannelAddress WireAddress { get; }

    /// <summary>The channel operations.</summary>
    protected abstract ChannelAddress OperationsAddress { get; }

    /// <summary>What the platform calls ada where it notifies her.</summary>
    protected abstract string AdaId { get; }

    /// <summary>The running bot's services.</summary>
    protected abstract IServiceProvider Services { get; }

    private IChatPerson Ada => Somebody("ada");

    private IChatPerson Ben => Somebody("ben");

    private IChatPerson Dora => Somebody("dora");

    private IChatPerson Cleo => Somebody("cleo");

    /// <inheritdoc/>
    public async ValueTask InitializeAsync() => await StartAsync();

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();

    /// <summary>Starts the whole bot on the platform; the talks are open and wire follows them.</summary>
    protected abstract Task StartAsync();

    /// <summary>Stops the bot, and starts another on the same database.</summary>
    protected abstract Task RestartAsync();

    /// <summary>Lets the desk's time pass, and everything happen that falls due.</summary>
    protected abstract Task PassAsync(Duration time);

    /// <summary>One of the four, by name.</summary>
    protected abstract IChatPerson Somebody(string name);

    [Fact]
    public async Task A_command_is_answered_to_whoever_gave_it_and_tells_no_channel()
    {
        var reply = await Cleo.RunAsync($"status {Slug}");

        reply.Text.ShouldContain("US–Japan automotive talks");
        (Wire.Count, Operations.Count).ShouldBe((0, 0));
    }

    [Fact]
    public async Task A_choice_below_a_refusal_runs_the_command_it_names_and_once_though_pressed_twice()
    {
        var asked = await Ben.RunAsync($"deadline add {Slug} \"tomorrow 11:59\" \"100% tariffs\"");
        var label = asked.Buttons[^1];

        await Task.WhenAll(Ben.PressAsync(asked, label), Ben.PressAsync(asked, label));
        await SettleAsync();

        asked.Buttons.Count.ShouldBeGreaterThan(1);
        var deadline = (await TalksAsync()).Deadlines.ShouldHaveSingleItem();
        deadline.Label.ShouldBe("100% tariffs");
        label.ShouldContain(deadline.At.Local.TimeOfDay.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData(20)]
    [InlineData(150)]
    [InlineData(1_000)]
    [InlineData(1_990)]
    public async Task A_line_of_any_length_works_behind_a_button_also_when_the_bot_was_restarted_before(int length)
    {
        var consequence = new string('x', length);
        var asked = await Ben.RunAsync($"deadline add {Slug} \"tomorrow 11:59\" tariffs consequence:{consequence}");
        await RestartAsync();

        var pressed = await Ben.PressAsync(asked, asked.Buttons[0]);

        pressed.Text.ShouldContain("D1 set");
        (await TalksAsync()).Deadlines.ShouldHaveSingleItem().Consequence.ShouldBe(consequence);
    }

    [Fact]
    public async Task Where_something_was_said_is_shown_as_a_link_and_can_be_nothing_else()
    {
        await DoAsync(Ben, $"{Update} link:https://www.example.org/a_b*c?x=1&y=2");
        var refused = await Ben.RunAsync($"{Update} link:\"javascript:alert(1)\"");

        Wire.ShouldHaveSingleItem().Text.ShouldContain("example.org");
        refused.Text.ShouldContain("The link is no web address");
    }

    [Fact]
    public async Task The_founding_case_goes_once_through_from_the_opening_to_the_outcome()
    {
        const string Talks = "us-japan-1995";

        await DoAsync(Ada, $"open {Talks} \"US–Japan talks on cars\" follow:no parties:\"US=United States; JP=Japan\" venue:Geneva zone:Geneva");
        await DoAsync(Ada, $"follow add {Talks} channel:{WireAddress} digest:none ladder:\"1h, 0\"");
        await DoAsync(Ben, $"deadline add {Talks} \"in 2h\" \"Tariffs on luxury cars\" consequence:\"100% tariffs\"");
        await PassAsync(Duration.FromMinutes(61));
        await DoAsync(Ben, $"update add {Talks} \"We are close.\" \"a senior US official\" tier:unnamed side:US");
        await DoAsync(Ben, $"outcome {Talks} agreed \"They agree on dealerships and parts.\"");

        Wire.Count.ShouldBe(3);
        Wire[0].Text.ShouldContain("1 h to go");
        Wire[0].Text.ShouldContain("100% tariffs");
        Wire[1].Text.ShouldContain("We are close.");
        Wire[2].Text.ShouldContain("They agree on dealerships and parts.");
        (await Cleo.RunAsync($"status {Talks}")).Text.ShouldContain("They agree on dealerships and parts.");
    }

    /// <summary>Runs a command; where it would tell other channels, it is posted.</summary>
    /// <returns>The last reply.</returns>
    private async Task<ChatMessage> DoAsync(IChatPerson person, string line)
    {
        var reply = await person.RunAsync(line);
        if (reply.Buttons.Contains("Post"))
        {
            reply = await person.PressAsync(reply, "Post");
        }

        await SettleAsync();
        return reply;
    }

    /// <summary>Several people press the same button of a message at the same moment.</summary>
    /// <returns>What each of them was answered.</returns>
    private async Task<IReadOnlyList<string>> PressTogetherAsync(ChatMessage message, string label, params IReadOnlyList<IChatPerson> people)
    {
        var answers = await Task.WhenAll(people.Select(person => person.PressAsync(message, label)));
        await SettleAsync();
        return [.. answers.Select(answer => answer.Text)];
    }

    private Task SettleAsync() => PassAsync(Duration.Zero);

    private Task<Negotiation> TalksAsync() => ReadAsync(db => db.Negotiations.Include(talks => talks.Deadlines).SingleAsync(talks => talks.Slug == Slug, TestContext.Current.CancellationToken));

    private async Task<T> ReadAsync<T>(Func<TalksDb, Task<T>> read)
    {
        await using var scope = Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<TalksDb>());
    }
}
