import type { Dispatcher } from 'undici';

/** Records when a request starts to be sent, and prevents it from being sent a second time on another connection. */
export class Departure {
  /** Whether the server may have received the whole request. */
  hasBegun = false;

  readonly interceptor: Dispatcher.DispatcherComposeInterceptor = (dispatch) => (options, handler) =>
    dispatch(options, {
      onRequestStart: (controller, context) => {
        const isSecond = this.hasBegun;
        handler.onRequestStart?.(controller, context);
        if (isSecond) controller.abort(new Error('A change is not sent twice.'));
        this.hasBegun ||= !controller.aborted;
      },
      onRequestUpgrade: (...given) => handler.onRequestUpgrade?.(...given),
      onResponseStart: (...given) => handler.onResponseStart?.(...given),
      onResponseData: (...given) => handler.onResponseData?.(...given),
      onResponseEnd: (...given) => handler.onResponseEnd?.(...given),
      onResponseError: (...given) => handler.onResponseError?.(...given),
    });
}
