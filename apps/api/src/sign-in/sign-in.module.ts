import { Module } from '@nestjs/common';
import { DemoController } from './demo.controller';
import { SignOutController } from './sign-out.controller';

/** Coming in and going out. */
@Module({ controllers: [DemoController, SignOutController] })
export class SignInModule {}
