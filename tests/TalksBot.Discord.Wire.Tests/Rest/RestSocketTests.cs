using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using TalksBot.Discord.Wire.Models;
using TalksBot.Discord.Wire.Rest;

namespace TalksBot.Discord.Wire.Tests.Rest;

/// <summary>What real sockets do when a server misbehaves in the middle of an exchange.</summary>
public sealed class RestSocketTests : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly DiscordRest _rest;
    private int _requests;

    public RestSocketTests()
    {
        _listener.Start();
        var address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/api/v10");
        _rest = new(
            DiscordRest.NewHttpClient(),
            FakeDiscord.Options with { ApiUrl = address, GlobalPerSecond = 0 },
            TimeProvider.System,
            NullLogger<DiscordRest>.Instance);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _rest.Dispose();
        _listener.Dispose();
    }

    [Fact]
    public async Task Does_not_know_what_became_of_a_post_whose_connection_was_cut()
    {
        var serving = ServeAsync("");

        var failure = await PostAsync();

        failure.ShouldBeOfType<Ambiguous>();
        await serving;
    }

    [Fact]
    public async Task Does_not_know_what_became_of_a_post_whose_answer_was_cut_in_half()
    {
        var serving = ServeAsync("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n{\"id\":");

        var failure = await PostAsync();

        failure.ShouldBeOfType<Ambiguous>().Status.ShouldBe(200);
        await serving;
    }

    [Fact]
    public async Task Knows_a_refusal_even_when_its_body_is_lost()
    {
        var serving = ServeAsync("HTTP/1.1 404 Not Found\r\nContent-Length: 900\r\n\r\n{");

        var failure = await PostAsync();

        failure.ShouldBeOfType<Refused>().Error.Status.ShouldBe(404);
        await serving;
    }

    [Fact]
    public async Task Does_not_post_twice_when_a_kept_connection_is_cut()
    {
        var good = $"HTTP/1.1 200 OK\r\nContent-Length: {FakeDiscord.Message.Length}\r\n\r\n{FakeDiscord.Message}";
        var serving = ServeAsync(good, "");
        var first = await _rest.Messages.CreateAsync(new(1), new() { Content = "x" }, Token);

        var failure = await PostAsync();

        first.ShouldBeOfType<Answered<DiscordMessage>>();
        failure.ShouldBeOfType<Ambiguous>();
        await serving;
        _requests.ShouldBe(2);
    }

    private async Task<DiscordFailure> PostAsync()
    {
        var answer = await _rest.Messages.CreateAsync(new(1), new() { Content = "x" }, Token);
        return answer.ShouldBeOfType<Failed<DiscordMessage>>().Failure;
    }

    // Answers one connection's requests in turn, cuts it, and counts whatever still comes.
    private async Task ServeAsync(params string[] answers)
    {
        using (var client = await _listener.AcceptTcpClientAsync(Token))
        {
            var buffer = new byte[64 * 1024];
            foreach (var answer in answers)
            {
                await ReadRequestAsync(client.GetStream(), buffer);
                _requests++;
                await client.GetStream().WriteAsync(Encoding.UTF8.GetBytes(answer), Token);
            }
        }

        await Task.Delay(20, Token);
        _requests += _listener.Pending() ? 1 : 0;
    }

    private static async Task ReadRequestAsync(NetworkStream stream, byte[] buffer)
    {
        var seen = "";
        while (!seen.EndsWith('}'))
        {
            seen += Encoding.UTF8.GetString(buffer, 0, await stream.ReadAsync(buffer, Token));
        }
    }
}
