using TalksBot.Core.Commands;

namespace TalksBot.Slack.Commanding;

/// <summary>Lets those in who may give commands, and answers everybody.</summary>
internal sealed class Reception(Callers callers, Answers answers)
{
    /// <summary>Does what somebody came for and answers them.</summary>
    public Task ReceiveAsync(Visit visit, Func<Caller, Task<Response>> act) => answers.RunAsync(visit, () => WelcomeAsync(visit, act));

    /// <summary>Does what a form was sent for; a plain refusal stays in the form.</summary>
    /// <param name="visit">The sending.</param>
    /// <param name="field">The input beside which a refusal stands.</param>
    /// <param name="act">What the form is for.</param>
    public Task TakeFormAsync(Visit visit, string field, Func<Caller, Task<Response>> act) => answers.SubmitAsync(visit, field, () => WelcomeAsync(visit, act));

    private async Task<Response> WelcomeAsync(Visit visit, Func<Caller, Task<Response>> act) => await callers.OfAsync(visit) switch
    {
        Welcome.Known known => await act(known.Caller),
        Welcome.TurnedAway turned => new Response.Said(turned.Reply),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
