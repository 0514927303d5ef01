using TalksBot.Core.Commands;

namespace TalksBot.Slack.Commanding;

/// <summary>Whether somebody's commands are taken. A closed set.</summary>
internal abstract record Authentication
{
    private Authentication()
    {
    }

    /// <summary>They are, as this caller.</summary>
    internal sealed record Known(Caller Caller) : Authentication;

    /// <summary>They are not, and are told why.</summary>
    internal sealed record TurnedAway(Reply Reply) : Authentication;
}

/// <summary>Lets those in who may give commands, and answers everybody.</summary>
internal sealed class Authenticator(Callers callers, Answers answers)
{
    /// <summary>Does what somebody came for and answers them.</summary>
    public Task ReceiveAsync(InteractionContext context, Func<Caller, Task<Response>> act) => answers.RunAsync(context, () => WelcomeAsync(context, act));

    /// <summary>Does what a form was sent for; a plain refusal stays in the form.</summary>
    /// <param name="context">The sending.</param>
    /// <param name="fields">The form's inputs.</param>
    /// <param name="act">What the form is for.</param>
    public Task TakeFormAsync(InteractionContext context, IReadOnlyList<string> fields, Func<Caller, Task<Response>> act) => answers.SubmitAsync(context, fields, () => WelcomeAsync(context, act));

    private async Task<Response> WelcomeAsync(InteractionContext context, Func<Caller, Task<Response>> act) => await callers.OfAsync(context) switch
    {
        Authentication.Known known => await act(known.Caller),
        Authentication.TurnedAway turned => new Response.Said(turned.Reply),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
