using TalksBot.Chat.Configuration;

namespace TalksBot.Chat.Tests.Configuration;

public sealed class ClockOffsetTests
{
    [Theory]
    [InlineData(3600, "60 minutes ahead of Discord's")]
    [InlineData(-3600, "60 minutes behind Discord's")]
    [InlineData(-5, "5 seconds behind Discord's")]
    public void A_clock_that_goes_wrong_is_named_with_its_mend(int seconds, string words) =>
        ClockOffset.Fault(TimeSpan.FromSeconds(seconds), "Discord").ShouldNotBeNull().ShouldContain($"The clock of this machine is {words}, and every alert is wrong by as much: switch on the synchronisation of time");

    [Theory]
    [InlineData(null)]
    [InlineData(1.0)]
    [InlineData(-2.9)]
    public void What_whole_seconds_explain_is_no_fault(double? seconds) =>
        ClockOffset.Fault(seconds is { } some ? TimeSpan.FromSeconds(some) : null, "Discord").ShouldBeNull();
}
