using TalksBot.Core.Commands;
using TalksBot.Testing;

namespace TalksBot.Terminal.Tests;

public sealed class CommandCompletionTests
{
    private static readonly CommandSpec Move = new("deadline move", "move it", Role.Editor,
    [
        new ParameterSpec("talks", ParameterKind.Talks, "which") { FromHere = true, Required = true },
        new ParameterSpec("deadline", ParameterKind.Deadline, "which") { Required = true },
        new ParameterSpec("at", ParameterKind.Time, "when") { Required = true },
        new ParameterSpec("by", ParameterKind.Text, "by whom") { NamedOnly = true },
    ]);

    private readonly OfferingDesk _desk = new();

    [Fact]
    public async Task Offers_the_same_values_as_any_other_platform_quoted_where_they_need_it()
    {
        _desk.Offers["at"] = [new Completion("in 2 h: 17:00 Geneva", "tomorrow 17:00")];

        var offers = await OfferAsync("deadline move us D1 tom");

        offers.Start.ShouldBe(20);
        offers.Offers.ShouldBe([new Completion("in 2 h: 17:00 Geneva", "\"tomorrow 17:00\"")]);
        offers.Certain("tom").ShouldBe("\"tomorrow 17:00\" ");
        _desk.Asked.ShouldBe(["at=tom deadline=D1,talks=us"]);
    }

    [Fact]
    public async Task Offers_talks_and_numbers_where_the_talks_may_be_left_out()
    {
        _desk.Offers["talks"] = [new Completion("dock – The docks", "dock")];
        _desk.Offers["deadline"] = [new Completion("D1 · soon", "D1")];

        var offers = await OfferAsync("deadline move d");

        offers.Offers.Select(offer => offer.Value).ShouldBe(["dock", "D1"]);
    }

    [Fact]
    public async Task Says_what_a_value_means_only_where_nothing_else_can_be_offered()
    {
        _desk.Offers["at"] = [new Completion("\"b\" is not a time.", "b")];
        _desk.Offers["deadline"] = [];

        (await OfferAsync("deadline move us D1 b")).Offers.Single().Value.ShouldBe("by:");
        (await OfferAsync("deadline move us D1 \"b")).Offers.Single().Label.ShouldBe("\"b\" is not a time.");
    }

    [Fact]
    public async Task Says_how_the_command_is_typed_where_there_is_nothing_to_offer() =>
        (await OfferAsync("deadline move us D1 x")).Write(100).ShouldBe($"  {Move.Usage}\n");

    [Fact]
    public void Counts_the_offers_that_have_no_room()
    {
        var offers = new LineOffers(0, [.. Enumerable.Range(1, 14).Select(number => new Completion($"D{number} · soon", $"D{number}"))], "");

        var lines = offers.Write(100).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        lines.Length.ShouldBe(11);
        lines[^1].ShouldBe("  and 4 more: type on");
    }

    private Task<LineOffers> OfferAsync(string before) =>
        new CommandCompletion(_desk, new Caller("local operator", Role.Chief, Some.Channel)).OfferAsync(before, TestContext.Current.CancellationToken);

    private sealed class OfferingDesk : ICommandDesk
    {
        public Dictionary<string, IReadOnlyList<Completion>> Offers { get; } = [];

        public List<string> Asked { get; } = [];

        public CommandBook Book { get; } = new([Move]);

        public Task<Reply> RunAsync(string line, Caller caller, CancellationToken token) => throw new NotSupportedException();

        public Task<Reply> RunAsync(CommandCall call, CancellationToken token) => throw new NotSupportedException();

        public Task<IReadOnlyList<Completion>> CompleteAsync(
            CommandSpec spec, string parameter, string typed, IReadOnlyDictionary<string, string> given, Caller caller, CancellationToken token)
        {
            Asked.Add($"{parameter}={typed} {string.Join(',', given.OrderBy(value => value.Key, StringComparer.Ordinal).Select(value => $"{value.Key}={value.Value}"))}");
            return Task.FromResult(Offers.GetValueOrDefault(parameter) ?? []);
        }
    }
}
