using TalksBot.Slack.Wire.SocketMode;

namespace TalksBot.Slack.Wire.Tests.SocketMode;

public sealed class SocketOptionsTests
{
    [Fact]
    public void Finds_no_fault_with_what_is_not_changed() => new SocketOptions().Fault().ShouldBeNull();

    [Theory]
    [InlineData(0)]
    [InlineData(11)]
    public void Refuses_a_number_of_sockets_that_slack_does_not_allow(int connections) =>
        new SocketOptions { Connections = connections }.Fault().ShouldNotBeNull();

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void Refuses_to_acknowledge_too_late(int seconds) =>
        new SocketOptions { AckWithin = TimeSpan.FromSeconds(seconds) }.Fault().ShouldNotBeNull();

    [Fact]
    public async Task Does_not_run_on_options_that_have_a_fault()
    {
        await using var slack = new FakeSocketMode(connections: 0);

        slack.Start();

        await Should.ThrowAsync<InvalidOperationException>(() => slack.Running!);
    }
}
