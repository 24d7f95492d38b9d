import { Module } from '@nestjs/common';
import { HealthController } from './health.controller';

/** For whoever runs the server. */
@Module({ controllers: [HealthController] })
export class HealthModule {}
